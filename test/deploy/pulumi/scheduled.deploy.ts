import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Cloud } from '../../../lib/model/target';
import { caseNamed, copyOf } from '../cases';
import { standingOn } from '../prepared';
import { changesIn } from './changes';
import { PulumiProject } from './project';
import { plain, type Wire } from './wire';

// The shop is deployed, a window begins, and then the shop is edited: what the window has changed stays.

standingOn(['pulumi'], 'pulumi up within a window', () => {
  let project: PulumiProject;
  let file: string;

  const open = async (cloud: Cloud): Promise<void> => {
    project = await PulumiProject.open(cloud);
    file = copyOf(caseNamed('shop'), join(project.folder, 'example'));
    await project.configure({ architecture: file });
    await up();
  };
  const up = (...args: readonly string[]) => project.succeed('up', '--yes', '--skip-preview', ...args);

  function edit(from: string, to: string): void {
    const text = readFileSync(file, 'utf8');
    expect(text).toContain(from);
    writeFileSync(file, text.replace(from, to));
  }

  /** Changes a variable of a function, and the base of a service. */
  function editShop(): void {
    edit('  offers:\n', '  offers:\n    environment: { EDITED: yes }\n');
    edit('dynamic: { min: 1, max: 4 }', 'dynamic: { min: 2, max: 5 }');
  }

  /** What the cloud has of the one resource of a type in whose properties some words stand. */
  function told(type: string, words: string): unknown {
    const found = project.account
      .all()
      .filter((one) => one.type === type)
      .map(({ inputs }) => plain(inputs))
      .filter((inputs) => JSON.stringify(inputs).includes(words));
    expect(found).toHaveLength(1);
    return found[0];
  }

  /** Changes the one of a type in whose properties some words stand, behind Pulumi's back. */
  const change = (type: string, words: string, edited: (inputs: Wire) => Wire): void =>
    project.account.change(type, (inputs) => (JSON.stringify(inputs).includes(words) ? edited(inputs) : inputs));

  async function expectNoChanges(): Promise<void> {
    await project.succeed('preview', '--expect-no-changes');
    expect(changesIn((await project.succeed('preview', '--refresh', '--json')).out)).toEqual([]);
  }

  describe('on aws', () => {
    const [target, action, service] = [
      'aws:appautoscaling/target:Target',
      'aws:appautoscaling/scheduledAction:ScheduledAction',
      'aws:ecs/service:Service',
    ];
    beforeAll(async () => {
      await open('aws');
      change(target, 'shop-offers', (inputs) => ({ ...inputs, minCapacity: 10, maxCapacity: 10 }));
      change(target, 'shop-images', (inputs) => ({ ...inputs, minCapacity: 3, maxCapacity: 8 }));
      change(service, 'shop-images', (inputs) => ({ ...inputs, desiredCount: 7 }));
    });
    afterAll(() => project.end());

    test('finds nothing to change', expectNoChanges);

    test('deploys what was edited, and leaves the window and the load alone; the base comes when it ends', async () => {
      editShop();
      await up('--refresh');
      expect(told('aws:lambda/function:Function', 'EDITED')).toMatchObject({ handler: 'lambda.handler' });
      expect(told(target, 'shop-offers')).toMatchObject({ minCapacity: 10, maxCapacity: 10 });
      expect(told(target, 'shop-images')).toMatchObject({ minCapacity: 3, maxCapacity: 8 });
      expect(told(service, 'shop-images')).toMatchObject({ desiredCount: 7 });
      expect(told(action, 'saturdays-end')).toMatchObject({
        scalableTargetAction: { minCapacity: 2, maxCapacity: 5 },
      });
      await expectNoChanges();
    });

    test('deploys the base at once where no window changes it', async () => {
      edit('utilization: { min: 2, max: 4, target: 0.6 }', 'utilization: { min: 3, max: 4, target: 0.6 }');
      await up();
      expect(told(target, 'shop-recommendations')).toMatchObject({ minCapacity: 3, maxCapacity: 4 });
    });
  });

  describe('on gcp', () => {
    const [cloudFunction, service] = ['gcp:cloudfunctionsv2/function:Function', 'gcp:cloudrunv2/service:Service'];
    const withMinimum = (field: string, minInstanceCount: number) => (inputs: Wire) => ({
      ...inputs,
      [field]: { ...(inputs[field] as Wire), minInstanceCount },
    });
    beforeAll(async () => {
      await open('gcp');
      change(cloudFunction, 'shop-offers', withMinimum('serviceConfig', 10));
      change(service, 'shop-images', withMinimum('scaling', 3));
    });
    afterAll(() => project.end());

    test('finds nothing to change', expectNoChanges);

    test('deploys what was edited, the base as well, and leaves the window alone', async () => {
      editShop();
      await up('--refresh');
      expect(told(cloudFunction, 'shop-offers')).toMatchObject({
        serviceConfig: { minInstanceCount: 10, environmentVariables: { EDITED: 'yes' } },
      });
      expect(told(service, 'shop-images')).toMatchObject({
        scaling: { minInstanceCount: 3 },
        template: { scaling: { minInstanceCount: 2 } },
      });
      await expectNoChanges();
    });

    test('tells the minimum that it saw last where nobody has it look', async () => {
      change(cloudFunction, 'shop-offers', withMinimum('serviceConfig', 0));
      edit('EDITED: yes', 'EDITED: again');
      await up();
      expect(told(cloudFunction, 'shop-offers')).toMatchObject({
        serviceConfig: { minInstanceCount: 10, environmentVariables: { EDITED: 'again' } },
      });
    });
  });
});
