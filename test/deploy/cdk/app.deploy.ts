import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { linkApp } from '../../apps/linked';
import { bin } from '../../projects/run';
import { succeed } from '../command';
import { standingOn } from '../prepared';
import { standing, startCloud, type Cloud } from './cloud';

// An app with a network, a function and a topic of its own, to which an architecture was added.

standingOn(standing, 'cdk deploy of an app of your own', () => {
  const folder = mkdtempSync(join(tmpdir(), 'triptych-cdk-app-'));
  const place = join(folder, 'app');
  let cloud: Cloud;
  beforeAll(async () => {
    linkApp('aws-cdk', place);
    cloud = await startCloud();
  });
  afterAll(async () => {
    await cloud?.end();
    rmSync(folder, { recursive: true, force: true });
  });

  const deploy = (...context: readonly string[]) =>
    succeed([bin('cdk'), 'deploy', '--require-approval', 'never', ...context], { cwd: place, env: cloud.env });

  /** The memory of each function, by the last part of its name that a person chose. */
  async function memory(): Promise<Record<string, number>> {
    const { Functions } = await cloud.send<{ Functions: { FunctionName: string; MemorySize: number }[] }>(
      'lambda',
      'ListFunctions',
    );
    const named = Functions.map(({ FunctionName, MemorySize }) => [
      /order|worker|OwnReport/.exec(FunctionName)![0],
      MemorySize,
    ]);
    return Object.fromEntries(named) as Record<string, number>;
  }

  test('deploys both', async () => {
    await deploy();
    expect(await memory()).toEqual({ order: 256, worker: 256, OwnReport: 128 });
    const { Topics } = await cloud.send<{ Topics: unknown[] }>('sns', 'ListTopics');
    expect(Topics).toHaveLength(1);
  });

  test('changes one value of the architecture, and changes it back', async () => {
    await deploy('-c', 'memory=512');
    expect(await memory()).toEqual({ order: 512, worker: 256, OwnReport: 128 });
    await deploy();
    expect(await memory()).toEqual({ order: 256, worker: 256, OwnReport: 128 });
  });
});
