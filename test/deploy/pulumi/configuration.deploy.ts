import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Ran } from '../../projects/run';
import { standingOn } from '../prepared';
import { passphrase, PulumiProject, type Variables } from './project';
import { withoutCode, withoutDefault, writeShop } from './shop';
import { plain } from './wire';

standingOn(['pulumi'], 'the configuration of pulumi', () => {
  let project: PulumiProject;
  let stackFile: string;
  let before: string;
  beforeAll(async () => {
    project = await PulumiProject.open('aws');
    stackFile = join(project.project, 'Pulumi.dev.yaml');
    before = readFileSync(stackFile, 'utf8');
  });
  afterEach(() => writeFileSync(stackFile, before));
  afterAll(() => project.end());

  /** What a preview says that there will be: everything that is asked for, by URN, without what is random in it. */
  async function previewed(env?: Variables): Promise<Record<string, unknown>> {
    const { code, out, err } = await project.run(['preview', '--json'], env);
    if (code !== 0) throw new Error(out + err);
    const { steps } = JSON.parse(out.replace(/-[0-9a-f]{7}"/g, '"')) as {
      steps: { urn: string; newState: { inputs: unknown } }[];
    };
    return Object.fromEntries(steps.map(({ urn, newState }) => [urn, plain(newState.inputs)]));
  }

  const memoryIn = (preview: Record<string, unknown>): unknown =>
    Object.entries(preview)
      .filter(([urn]) => urn.includes('aws:lambda/function:Function'))
      .map(([, inputs]) => (inputs as { memorySize: number }).memorySize)[0];

  test('is the same on the command line, in the environment and in the project', async () => {
    const file = writeShop(project.folder, withoutDefault);
    await project.configure({ architecture: file, memory: '512' });
    const commandLine = await previewed({ TRIPTYCH_MEMORY: '1024' });
    writeFileSync(stackFile, before);
    const environment = await previewed({ TRIPTYCH_ARCHITECTURE: file, TRIPTYCH_MEMORY: '512' });
    const projectFile = join(project.project, 'Pulumi.yaml');
    const original = readFileSync(projectFile, 'utf8');
    appendFileSync(projectFile, `config:\n  architecture: ${file}\n  memory: { type: integer, default: 512 }\n`);
    const inProject = await previewed();
    writeFileSync(projectFile, original);
    expect(memoryIn(commandLine)).toBe(512);
    expect(environment).toEqual(commandLine);
    expect(inProject).toEqual(commandLine);
  });

  /** Fails as people want it to: with what is wrong and where, without a place in a program, and with nothing done. */
  function expectRefusal({ code, out, err }: Ran, message: string): void {
    expect(code).not.toBe(0);
    expect(out + err).toContain(message);
    expect(out + err).not.toMatch(/^\s*at .*:\d+:\d+\)?$/m);
    expect(project.account.all()).toEqual([]);
  }

  test.each<[string, Variables, string]>([
    [
      'a value of another type',
      { memory: 'much' },
      'architecture.yaml:4:5: parameters.memory: must be a number in JSON notation, got "much" from pulumi config memory',
    ],
    ['a file that is nowhere', { architecture: 'nowhere.yaml' }, 'nowhere.yaml: there is no such file (looked for '],
    ['a cloud that is none', { cloud: 'azure' }, 'cloud: must be aws or gcp (pulumi config set cloud aws)'],
    ['a flag that is none', { withoutCode: 'maybe' }, 'pulumi config withoutCode: must be true or false, got "maybe"'],
    [
      'no project',
      { cloud: 'gcp' },
      'gcp:project: is not set (pulumi config set gcp:project …, or pass project in the args, or a provider in the options)',
    ],
  ])('refuses %s', async (_, config, message) => {
    await project.configure({ architecture: writeShop(project.folder), ...config });
    expectRefusal(await project.run(['up', '--yes']), message);
  });

  test('refuses a parameter that has no value', async () => {
    await project.configure({ architecture: writeShop(project.folder, withoutDefault) });
    expectRefusal(
      await project.run(['up', '--yes']),
      'architecture.yaml:15:15: functions.orders.environment.MEMORY: parameter memory has no value',
    );
  });

  test('refuses a secret where it would be written in plain text, and shows none', async () => {
    await project.configure({ architecture: writeShop(project.folder) });
    await project.succeed('config', 'set', '--secret', 'memory', '1769');
    const ran = await project.run(['up', '--yes']);
    expectRefusal(ran, 'architecture.yaml:4:5: parameters.memory: pulumi config memory is encrypted');
    const said = ran.out + ran.err + readFileSync(stackFile, 'utf8');
    for (const secret of ['1769', passphrase]) expect(said).not.toContain(secret);
  });

  test('shows what is without code, and deploys none of it', async () => {
    await project.configure({ architecture: writeShop(project.folder, withoutCode), withoutCode: 'true' });
    expect(memoryIn(await previewed())).toBe(256);
    const ran = await project.run(['up', '--yes', '--skip-preview']);
    expectRefusal(ran, 'the code of orders was left out: build it and unset withoutCode');
  });
});
