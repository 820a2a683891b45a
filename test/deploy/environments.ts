import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Cloud } from '../../lib/model/target';
import { root } from '../projects/run';
import { onceVariable, toldOn, unbuilt, type Case } from './cases';
import type { Deployment, Existing, Rig } from './rig';

/** The types of what all of a project's deployments share, and none removes. */
const shared = [
  'google_project_service',
  'google_project_service_identity',
  'gcp:projects/service:Service',
  'gcp:projects/serviceIdentity:ServiceIdentity',
];

const keysOf = (existing: readonly Existing[]): readonly string[] =>
  existing.filter(({ type }) => !shared.includes(type)).map(({ type, id }) => `${type} ${id}`);

/** With `--once`, only the examples that say what differs in production; otherwise all of them. */
const isToldHere = ({ folder }: Case): boolean =>
  process.env[onceVariable] === undefined || existsSync(join(root, folder, 'architecture.prod.yaml'));

/** Deploys every example as `dev` and as `prod` into one account, each twice, and destroys `prod`. */
export function tellEnvironments(rig: Rig): void {
  const cloud = rig.target.split('-')[0] as Cloud;
  const { ready, lacking } = toldOn(rig.target);
  for (const one of lacking) {
    test.skip(`SKIPPED: ${one.name} on ${rig.target}: ${unbuilt(one, cloud)}`, () => undefined);
  }

  const told = ready.filter(([, one]) => isToldHere(one));
  if (told.length === 0) return test.skip('no example of another environment is told here', () => undefined);
  describe.each(told)(`%s on ${rig.target}, in two environments`, (_, one) => {
    let [dev, prod]: (Deployment | undefined)[] = [];
    afterAll(async () => {
      await prod?.end();
      await dev?.end();
    });

    test('are deployed side by side, and the second one leaves the first one alone', async () => {
      dev = await rig.open(one);
      const outputs = await dev.deploy();
      const [state, before] = [await dev.state(), keysOf(await dev.existing())];
      prod = await rig.openBeside(dev, one, 'prod');
      expect(Object.keys(await prod.deploy()).sort()).toEqual(Object.keys(outputs).sort());
      expect(await dev.state()).toBe(state);
      const after = keysOf(await dev.existing());
      expect(after).toEqual(expect.arrayContaining([...before]));
      // As many resources again, and none of them in both.
      expect(after.length).toBeGreaterThanOrEqual(2 * before.length);
    });

    test('are deployed a second time, and nothing changes', async () => {
      for (const deployment of [dev!, prod!]) {
        expect(await deployment.changes()).toEqual([]);
        const before = await dev!.existing();
        await deployment.deploy();
        expect(await dev!.existing()).toEqual(before);
      }
    });

    test('are destroyed one by one: the other one stays as it is', async () => {
      const state = await dev!.state();
      const all = keysOf(await dev!.existing());
      await prod!.destroy();
      const left = keysOf(await dev!.existing());
      expect(left.length).toBeLessThan(all.length);
      expect(await dev!.state()).toBe(state);
      expect(await dev!.changes()).toEqual([]);
    });
  });
}
