import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../rendering';
import { artifactsIn, bin, filesIn, node, root, run, tracesIn, triptych, type Ran } from './run';
import { minimumIn, stackOf, type Stack } from './cdktf-stack';
import { skipped } from '../skipped';

// The project in cdktf/, run by CDKTF's command line and by plain Node.

const project = join(root, 'cdktf');
const counter = 'examples/provisioned/architecture.node.yaml';
const folder = temporaryFolder();
const at = (name: string): string => join(folder, name);

const app = (name: string, env: Readonly<Record<string, string>> = {}, cwd = project): Promise<Ran> =>
  node(join(project, 'main.ts'), { cwd, env: { CDKTF_OUTDIR: at(name), ...env } });

const stackIn = (name: string, stack: string): Stack => stackOf(at(name), stack);

describe('the CDKTF command line', () => {
  test('synthesizes what the environment says, and what `triptych synth` writes but for where its state lies', async () => {
    const env = { TRIPTYCH_ARCHITECTURE: counter, TRIPTYCH_PROVISIONED_CONCURRENCY: '5' };
    const args = ['--param', 'provisionedConcurrency=5', '--target', 'gcp-cdktf', '--out', at('standalone')];
    const [version, standalone] = await Promise.all([
      run([bin('cdktf'), '--version'], { cwd: project }),
      triptych('synth', counter, ...args),
    ]);
    if (version.code !== 0) return skipped('cdktf synth', "CDKTF's command line doesn't run here");
    const synthesized = await run([bin('cdktf'), 'synth', '--output', at('cli')], { cwd: project, env });
    expect([synthesized.code, standalone.code]).toEqual([0, 0]);
    const own = artifactsIn(at('cli/stacks/provisioned-node'));
    const path = 'terraform.provisioned-node.tfstate';
    const text = own['cdk.tf.json']!.replace(`../../../${path}`, path);
    expect({ ...own, 'cdk.tf.json': text }).toEqual(filesIn(at('standalone/gcp-cdktf/stacks/provisioned-node')));
  });
});

describe('the program', () => {
  test('synthesizes examples/web where nothing is said, with a state that outlives the output', async () => {
    const unset =
      "GOOGLE_PROJECT isn't set, so give --var project=…\nGOOGLE_REGION isn't set, so give --var region=…\n";
    expect(await app('web')).toMatchObject({ code: 0, err: unset });
    const { terraform, variable, output } = stackIn('web', 'web');
    // From `cdktf.out/stacks/web`, which the command line removes with the next architecture.
    expect(terraform.backend.local.path).toBe('../../../terraform.web.tfstate');
    expect(variable).toEqual({
      project: { type: 'string', nullable: false },
      region: { type: 'string', nullable: false },
    });
    expect(Object.keys(output!)).toEqual(['url']);
    expect(tracesIn(at('web'))).toEqual([]);
  });

  test('keeps the state in the bucket that the environment names', async () => {
    expect(await app('shared', { TERRAFORM_STATE_BUCKET: 'states-of-the-team' })).toMatchObject({ code: 0 });
    expect(stackIn('shared', 'web').terraform.backend).toEqual({
      gcs: { bucket: 'states-of-the-team', prefix: 'web' },
    });
  });

  test('takes context before the environment, and writes the same from another folder', async () => {
    const context = { architecture: join(root, counter), provisionedConcurrency: 5 };
    const [here, elsewhere] = await Promise.all([
      app('here', { TRIPTYCH_ARCHITECTURE: counter, TRIPTYCH_PROVISIONED_CONCURRENCY: '5' }),
      app('elsewhere', { CDKTF_CONTEXT_JSON: JSON.stringify(context), TRIPTYCH_PROVISIONED_CONCURRENCY: '7' }, folder),
    ]);
    expect([here.code, elsewhere.code]).toEqual([0, 0]);
    expect(minimumIn(stackIn('elsewhere', 'provisioned-node'))).toBe(5);
    expect(filesIn(at('elsewhere'))).toEqual(filesIn(at('here')));
  });

  test('has the project and region of the environment as defaults of its variables', async () => {
    expect(await app('where', { GOOGLE_PROJECT: 'shop-dev', GOOGLE_REGION: 'europe-west1' })).toMatchObject({
      code: 0,
      err: '',
    });
    expect(await app('given', { TF_VAR_project: 'shop-dev', TF_VAR_region: 'europe-west1' })).toMatchObject({
      code: 0,
      err: '',
    });
    expect(stackIn('where', 'web').variable).toMatchObject({
      project: { default: 'shop-dev' },
      region: { default: 'europe-west1' },
    });
  });

  test('writes what is verified', async () => {
    const { code, out } = await triptych(
      ...['verify', 'examples/web/architecture.yaml', '--target', 'gcp-cdktf', '--from', at('web')],
    );
    expect(out).toContain('web: equivalent on gcp-cdktf');
    expect(code).toBe(0);
  });

  test('fails on what is wrong with the list of it, and nothing else', async () => {
    const [missing, wrong] = await Promise.all([
      app('missing', { TRIPTYCH_ARCHITECTURE: 'nowhere.yaml' }),
      app('wrong', {
        CDKTF_CONTEXT_JSON: JSON.stringify({ architecture: join(root, counter), provisionedConcurrency: 'five' }),
      }),
    ]);
    expect(missing).toMatchObject({ code: 1, out: '' });
    expect(missing.err).toMatch(/^nowhere\.yaml: there is no such file \(looked for \S+\/nowhere\.yaml.*\)\n$/);
    expect(wrong.err).toMatch(
      /^.*:7:5: parameters\.provisionedConcurrency: must be a number in JSON notation, .* from context provisionedConcurrency in cdktf\.json$/m,
    );
    expect(wrong.code).toBe(1);
  });
});

describe('without code', () => {
  const file = join(temporaryFolder(), 'architecture.yaml');
  beforeAll(async () => {
    writeFileSync(file, 'name: unbuilt\nfunctions:\n  orders: { runtime: go1.26, code: source, handler: Orders }\n');
    await app('empty', { TRIPTYCH_ARCHITECTURE: file, TRIPTYCH_WITHOUT_CODE: 'true' });
  });

  test('writes what is verified, and says what is empty', async () => {
    const { code, out } = await triptych('verify', file, '--target', 'gcp-cdktf', '--from', at('empty'));
    expect(out).toContain('unbuilt: equivalent on gcp-cdktf');
    expect(code).toBe(0);
    expect(stackIn('empty', 'unbuilt')['//'].triptych).toMatchObject([{ withoutCode: ['orders'] }]);
  });

  test('is taken by Terraform, which fails to deploy it', async () => {
    const terraform = (...args: string[]) => run(['terraform', ...args, '-no-color'], { cwd: at('terraform') });
    mkdirSync(at('terraform'));
    if ((await terraform('version').catch(() => ({ code: 1 }))).code !== 0)
      return skipped('artifacts taken by Terraform', "Terraform isn't there");
    const [{ lifecycle }] = Object.values(stackIn('empty', 'unbuilt').resource['google_storage_bucket_object']!) as [
      Record<string, never>,
    ];
    // What refuses stands for itself, on a resource that needs no provider.
    writeFileSync(at('terraform/main.tf.json'), JSON.stringify({ resource: { terraform_data: { a: { lifecycle } } } }));
    expect(await terraform('init')).toMatchObject({ code: 0 });
    expect(await terraform('validate')).toMatchObject({ code: 0 });
    const { code, err } = await terraform('apply', '-auto-approve');
    expect(err).toContain('the code was left out: build it, and synthesize without `withoutCode`');
    expect(code).toBe(1);
  });
});
