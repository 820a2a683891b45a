import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stage, temporaryFolder } from '../rendering';
import { artifactsIn, bin, filesIn, json, node, root, run, tracesIn, triptych, type Ran } from './run';

// The project of cdk.json, run by the CDK command line, and by plain Node as that runs it.

const program = join(root, 'bin/cdk.ts');
const counter = 'examples/provisioned/architecture.node.yaml';
const folder = temporaryFolder();
const at = (name: string): string => join(folder, name);

const cdk = (name: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ran> =>
  run([bin('cdk'), 'synth', '--quiet', '--output', at(name), ...args], { env });

/** The program as the command line runs it, with its context. */
const app = (name: string, context: object, env: Readonly<Record<string, string>> = {}, cwd = root): Promise<Ran> =>
  node(program, { cwd, env: { CDK_OUTDIR: at(name), CDK_CONTEXT_JSON: JSON.stringify(context), ...env } });

interface Template {
  readonly Resources: Record<string, { readonly Type: string; readonly Properties?: Record<string, never> }>;
  readonly Parameters: Record<string, unknown>;
  readonly Rules: Record<string, { readonly Assertions?: readonly { readonly AssertDescription: string }[] }>;
  readonly Outputs?: Record<string, unknown>;
}

const template = (name: string, stack: string): Template => json<Template>(at(name), `${stack}.template.json`);

const provisionedIn = ({ Resources }: Template): unknown[] =>
  Object.values(Resources)
    .filter(({ Type }) => Type === 'AWS::Lambda::Alias')
    .map(({ Properties }) => Properties!['ProvisionedConcurrencyConfig']);

interface Manifest {
  readonly missing?: readonly unknown[];
  readonly artifacts: Readonly<Record<string, { readonly type: string; readonly environment: string }>>;
}

const manifest = (name: string): Manifest => json<Manifest>(at(name), 'manifest.json');

const stacksIn = (name: string): [string, string][] =>
  Object.entries(manifest(name).artifacts)
    .filter(([, { type }]) => type === 'aws:cloudformation:stack')
    .map(([id, { environment }]) => [id, environment]);

type Metadata = Readonly<Record<string, readonly { readonly type: string; readonly data: unknown }[]>>;

/** What `cdk` warns of, a line each. */
const warningsIn = (name: string, stack: string): string =>
  Object.values(json<Metadata>(at(name), `${stack}.metadata.json`))
    .flat()
    .filter(({ type }) => type === 'aws:cdk:warning')
    .map(({ data }) => String(data))
    .join('\n');

/** The metadata of constructs in a file, without warnings, which `triptych synth` prints and writes nowhere. */
const withoutWarnings = (file: string): Metadata =>
  Object.fromEntries(
    Object.entries(JSON.parse(file) as Metadata)
      .map(([path, entries]) => [path, entries.filter(({ type }) => type !== 'aws:cdk:warning')] as const)
      .filter(([, entries]) => entries.length > 0),
  );

/** Says what is wrong and nothing else, least of all where in the program that came out. */
function expectRefusal({ code, err }: Ran, says: string): void {
  expect(err.trim()).toBe(says);
  expect(code).toBe(1);
}

describe('the CDK command line', () => {
  let validated: Ran;
  let web: Ran;
  beforeAll(async () => {
    const args = ['-c', `architecture=${counter}`, '-c', 'provisionedConcurrency=5'];
    [validated, web] = await Promise.all([
      // With CDK's own validation; the context wins over the environment.
      cdk('counter', args, { CDK_VALIDATION: 'true', TRIPTYCH_PROVISIONED_CONCURRENCY: '7' }),
      cdk('web', []),
    ]);
  });

  test('synthesizes what the context says, to a template that CloudFormation takes', () => {
    expect(validated).toMatchObject({ code: 0 });
    expect(json(at('counter'), 'validation-report.json')).toMatchObject({ pluginReports: [] });
    expect(provisionedIn(template('counter', 'provisioned-node'))).toEqual([{ ProvisionedConcurrentExecutions: 5 }]);
    expect(Object.keys(template('counter', 'provisioned-node').Outputs!)).toEqual(['endpoint']);
  });

  test('synthesizes examples/web where nothing is said, for whatever account it is deployed to', () => {
    expect(web).toMatchObject({ code: 0 });
    expect(stacksIn('web')).toEqual([['web', 'aws://unknown-account/unknown-region']]);
    expect(Object.keys(template('web', 'web').Parameters)).toEqual(
      expect.arrayContaining(['DefaultVpcId', 'DefaultSubnetIds']),
    );
    expect(manifest('web')).not.toHaveProperty('missing');
  });

  test('leaves nothing of this machine in an assembly', () => {
    expect([...tracesIn(at('counter')), ...tracesIn(at('web'))]).toEqual([]);
  });

  test('writes what `triptych synth` writes, and its tree and report', async () => {
    const { code } = await triptych(
      ...['synth', counter, '--param', 'provisionedConcurrency=5', '--target', 'aws-cdk', '--out', at('standalone')],
    );
    expect(code).toBe(0);
    const {
      'tree.json': _,
      'validation-report.json': __,
      'manifest.json': ___,
      ...written
    } = artifactsIn(at('counter'));
    // How long the command line took over it, which it writes where somebody looks on.
    const { 'performance-counters.json': ______, ...files } = written;
    const { 'manifest.json': ____, ...standalone } = filesIn(at('standalone/aws-cdk'));
    expect(Object.keys(files)).toHaveLength(5);
    const metadata = 'provisioned-node.metadata.json';
    expect({ ...files, [metadata]: withoutWarnings(files[metadata]!) }).toEqual({
      ...standalone,
      [metadata]: JSON.parse(standalone[metadata]!),
    });
    const { Tree: _____, ...artifacts } = manifest('counter').artifacts;
    expect({ ...manifest('counter'), artifacts }).toEqual(manifest('standalone/aws-cdk'));
  });

  test('synthesizes triggers of every kind with --strict, without a warning of its own', async () => {
    const args = ['--strict', '-c', 'architecture=examples/orders/architecture.yaml'];
    const { code, err } = await cdk('strict', args, { CDK_VALIDATION: 'true' });
    expect(err).not.toContain('WARNING');
    expect(code).toBe(0);
  });

  test('writes what is verified', async () => {
    const { code, out } = await triptych(
      ...['verify', counter, '--param', 'provisionedConcurrency=5', '--target', 'aws-cdk', '--from', at('counter')],
    );
    expect(out).toContain('provisioned-node: equivalent on aws-cdk');
    expect(code).toBe(0);
  });
});

describe('the program', () => {
  test('takes everything from the environment too, and writes the same from another folder', async () => {
    const env = { TRIPTYCH_ARCHITECTURE: join(root, counter), TRIPTYCH_PROVISIONED_CONCURRENCY: '5' };
    const context = { 'aws:cdk:enable-path-metadata': true };
    const [here, elsewhere] = await Promise.all([
      app('here', { ...context, architecture: counter, provisionedConcurrency: '5' }),
      app('elsewhere', context, env, folder),
    ]);
    expect([here.code, elsewhere.code]).toEqual([0, 0]);
    expect(filesIn(at('elsewhere'))).toEqual(filesIn(at('here')));
  });

  test('provisions nothing where the parameter is unset, or empty', async () => {
    expect(await app('unset', { architecture: counter, provisionedConcurrency: '' })).toMatchObject({
      code: 0,
      err: '',
    });
    expect(provisionedIn(template('unset', 'provisioned-node'))).toEqual([undefined]);
  });

  test('warns of a variable that matches no parameter, and goes on', async () => {
    const { code } = await app('warned', { architecture: counter }, { TRIPTYCH_PROVISIONED_CONCURENCY: '5' });
    expect(warningsIn('warned', 'provisioned-node')).toMatch(
      /TRIPTYCH_PROVISIONED_CONCURENCY.*did you mean TRIPTYCH_PROVISIONED_CONCURRENCY/,
    );
    expect(code).toBe(0);
  });

  test('fails to be deployed where the account is known and its network has not been looked up', async () => {
    const env = { CDK_DEFAULT_ACCOUNT: '123456789012', CDK_DEFAULT_REGION: 'eu-west-1' };
    expect(await app('account', {}, env)).toMatchObject({ code: 0 });
    expect(stacksIn('account')).toEqual([['web', 'aws://123456789012/eu-west-1']]);
    expect(manifest('account').missing).toMatchObject([{ provider: 'vpc-provider' }]);
    expect(filesIn(at('account'))['web.metadata.json']).toContain('aws:cdk:error');
  });

  test('fails on a parameter of the wrong type, and says where it came from', async () => {
    const wrong = `${counter}:7:5: parameters.provisionedConcurrency: must be a number in JSON notation, got "five"`;
    const [context, environment] = await Promise.all([
      app('wrong', { architecture: counter, provisionedConcurrency: 'five' }),
      app('wrong', { architecture: counter }, { TRIPTYCH_PROVISIONED_CONCURRENCY: 'five' }),
    ]);
    expectRefusal(context, `${wrong} from CDK context (-c provisionedConcurrency)`);
    expectRefusal(environment, `${wrong} from TRIPTYCH_PROVISIONED_CONCURRENCY`);
  });

  test('fails on an architecture with all that is wrong in it', async () => {
    const file = stage({ text: 'name: Shop\ntables:\n  orders: { partitionKey: { name: id, type: text } }\n' });
    const { code, err } = await app('problems', { architecture: file });
    expect(err.trim().split('\n')).toEqual([
      expect.stringMatching(/architecture\.yaml:1:7: name: must be /),
      expect.stringMatching(/architecture\.yaml:3:\d+: tables\.orders\.partitionKey\.type: must be /),
    ]);
    expect(code).toBe(1);
  });

  test('fails on a file that is not there, and on a setting that is neither true nor false', async () => {
    const [missing, neither] = await Promise.all([
      app('missing', { architecture: 'nowhere.yaml' }),
      app('neither', { architecture: counter, withoutCode: 'maybe' }),
    ]);
    expect(missing.err).toMatch(/^nowhere\.yaml: there is no such file \(looked for \S+\/nowhere\.yaml/);
    expect(missing.code).toBe(1);
    expectRefusal(neither, 'CDK context (-c withoutCode): must be true or false, got "maybe"');
  });
});

interface Assets {
  readonly files: Readonly<Record<string, { readonly source: { readonly executable?: readonly string[] } }>>;
}

describe('without code', () => {
  const file = join(temporaryFolder(), 'architecture.yaml');
  const reason = 'the code of orders was left out: build it, and synthesize without withoutCode';
  beforeAll(() => {
    const orders = '{ runtime: go1.26, code: build, handler: bootstrap }';
    writeFileSync(file, `name: unbuilt\nfunctions:\n  orders: ${orders}\n`);
  });

  test('fails, and says what is missing', async () => {
    const { code, err } = await app('unbuilt', { architecture: file });
    expect(err).toMatch(/architecture\.yaml:3:\d+: functions\.orders\.code: /);
    expect(err).not.toMatch(/^\s+at /m);
    expect(code).toBe(1);
  });

  test('synthesizes if it may leave the code out, to what CloudFormation refuses by a rule', async () => {
    expect(await app('empty', { architecture: file, withoutCode: 'true' })).toMatchObject({ code: 0, err: '' });
    const rules = Object.values(template('empty', 'unbuilt').Rules).flatMap(({ Assertions = [] }) => Assertions);
    expect(rules).toContainEqual({ Assert: { 'Fn::Equals': ['left out', 'there'] }, AssertDescription: reason });
  });

  test('fails to publish the assets, so that no hotswap goes past the rule', () => {
    const { files } = json<Assets>(at('empty'), 'unbuilt.assets.json');
    const commands = Object.values(files).flatMap(({ source: { executable } }) => (executable ? [executable] : []));
    expect(commands).toHaveLength(1);
    const [[program, ...args]] = commands as [[string, ...string[]]];
    expect(() => execFileSync(program, args, { encoding: 'utf8', stdio: 'pipe' })).toThrow(reason);
  });
});
