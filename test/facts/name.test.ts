import * as fc from 'fast-check';
import { fullName, physicalName } from '../../lib/cloud/name';
import { expectFullName, expectName } from '../../lib/facts/name';
import { kinds } from '../../lib/model/kind';
import { elementId } from '../../lib/model/name';

const name = fc.stringMatching(/^[a-z](?:[a-z0-9-]{0,28}[a-z0-9])?$/);
const naming = fc.record({ architecture: name, env: fc.option(name, { nil: undefined }) });
const kind = fc.constantFrom(...kinds);
const limit = fc.integer({ min: 25, max: 255 });
/** No limit of a cloud leaves less room for a name with a part. */
const limitWithPart = fc.integer({ min: 30, max: 255 });
const part = fc.option(fc.constantFrom('role', 'port-8080', 'trigger', 'functions.orders'), { nil: undefined });

describe('the formula for physical names', () => {
  it('is the same both times that it is stated', () => {
    fc.assert(
      fc.property(naming, kind, name, limitWithPart, part, (by, of, element, most, what) => {
        expect(expectName(by, of, element, most, what)).toBe(physicalName(by, elementId(of, element), most, what));
        expect(expectFullName(by, element)).toBe(fullName(by, elementId(of, element)));
      }),
    );
  });

  it('keeps within its limit, and ends with a hash', () => {
    const form = /^[a-z](?:[a-z0-9-]*[a-z0-9])?-[0-9a-f]{8}$/;
    fc.assert(
      fc.property(naming, kind, name, limit, limitWithPart, part, (by, of, element, most, mostWithPart, what) => {
        const [plain, withPart] = [expectName(by, of, element, most), expectName(by, of, element, mostWithPart, what)];
        expect(plain.length).toBeLessThanOrEqual(most);
        expect(withPart.length).toBeLessThanOrEqual(mostWithPart);
        for (const made of [plain, withPart]) expect(made).toMatch(form);
      }),
    );
  });

  it('keeps the part readable, however long the element is called', () => {
    fc.assert(
      fc.property(naming, kind, name, limit, (by, of, element, most) => {
        expect(expectName(by, of, element, most, 'dead-letters').slice(0, -9)).toMatch(
          /^[a-z][a-z0-9-]*-dead-letters$/,
        );
      }),
    );
  });

  it('never changes: names are identities', () => {
    expect(expectName({ architecture: 'shop' }, 'functions', 'orders', 49)).toBe('shop-orders-2d6eadb2');
    expect(expectName({ architecture: 'shop', env: 'prod' }, 'foundation', '', 30)).toBe('shop-prod-ground-51ec588f');
    const production = { architecture: 'shop', env: 'prod' };
    expect(fullName(production, 'functions.orders')).toBe('shop-prod-orders');
    expect(physicalName(production, 'foundation', 30)).toBe('shop-prod-ground-51ec588f');
    const deadLetters = expectName({ architecture: 'orders' }, 'queues', 'jobs', 255, 'dead-letters');
    expect(deadLetters).toBe('orders-jobs-dead-letters-25431b4b');
  });
});
