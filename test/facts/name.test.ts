import * as fc from 'fast-check';
import { fullName, physicalName } from '../../lib/cloud/name';
import { expectFullName, expectName } from '../../lib/facts/name';
import { elementId, kinds } from '../../lib/model/name';

const name = fc.stringMatching(/^[a-z](?:[a-z0-9-]{0,28}[a-z0-9])?$/);
const naming = fc.record({ architecture: name, env: fc.option(name, { nil: undefined }) });
const kind = fc.constantFrom(...kinds);
const limit = fc.integer({ min: 25, max: 255 });
const role = fc.option(fc.constantFrom('role', 'port-80'), { nil: undefined });

describe('the formula for physical names', () => {
  it('is the same both times that it is stated', () => {
    fc.assert(
      fc.property(naming, kind, name, limit, role, (by, of, element, most, what) => {
        expect(expectName(by, of, element, most, what)).toBe(physicalName(by, elementId(of, element), most, what));
        expect(expectFullName(by, element)).toBe(fullName(by, elementId(of, element)));
      }),
    );
  });

  it('keeps within its limit, and ends with a hash', () => {
    fc.assert(
      fc.property(naming, kind, name, limit, (by, of, element, most) => {
        const made = expectName(by, of, element, most);
        expect(made.length).toBeLessThanOrEqual(most);
        expect(made).toMatch(/^[a-z](?:[a-z0-9-]*[a-z0-9])?-[0-9a-f]{8}$/);
      }),
    );
  });

  it('tells apart what would read the same', () => {
    const by = { architecture: 'a' };
    const names = [
      expectName(by, 'functions', 'b-c', 64),
      expectName(by, 'tables', 'b-c', 64),
      expectName(by, 'functions', 'b-c', 64, 'role'),
      expectName({ architecture: 'a', env: 'b' }, 'functions', 'c', 64),
      expectName({ architecture: 'a-b' }, 'functions', 'c', 64),
      expectName(by, 'foundation', '', 64),
    ];
    expect(new Set(names.map((one) => one.slice(-8))).size).toBe(names.length);
  });

  it('never changes: names are identities', () => {
    expect(expectName({ architecture: 'shop' }, 'functions', 'orders', 49)).toBe('shop-orders-2d6eadb2');
    expect(expectName({ architecture: 'shop', env: 'prod' }, 'foundation', '', 30)).toBe('shop-prod-ground-51ec588f');
  });
});
