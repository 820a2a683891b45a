import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { linkApp } from '../../apps/linked';
import { root } from '../../projects/run';
import { succeed } from '../command';
import { GoogleServices } from '../google/in-terraform';
import { pathOf, standingOn } from '../prepared';
import { Cloud } from './cloud';

// A project with a bucket and a service account of its own, to which an architecture was added.

standingOn(['terraform', 'google provider stand-in'], 'terraform apply of an app of your own', () => {
  const folder = mkdtempSync(join(tmpdir(), 'terraform-app-'));
  const place = join(folder, 'app');
  const stack = join(place, 'cdktf.out/stacks/shop-stack');
  let cloud: Cloud;
  let services: GoogleServices;
  let env: Readonly<Record<string, string>>;
  beforeAll(() => {
    linkApp('gcp-cdktf', place);
    cloud = new Cloud(join(folder, 'cloud'));
    services = new GoogleServices(cloud, join(folder, 'services'));
    const settings = join(folder, 'terraform.rc');
    const mirror = pathOf('google provider stand-in');
    writeFileSync(settings, `provider_installation {\n  filesystem_mirror {\n    path = "${mirror}"\n  }\n}\n`);
    env = {
      TF_CLI_CONFIG_FILE: settings,
      TF_VAR_project: 'shop-dev',
      TF_INPUT: '0',
      TF_CLI_ARGS: '-no-color',
      ...cloud.environment,
      ...services.environment,
    };
  });
  afterAll(() => {
    services?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Synthesizes and applies, and returns what Terraform says it did. */
  async function apply(own: Readonly<Record<string, string>> = {}): Promise<string> {
    const loader = join(root, 'node_modules/tsx/dist/loader.mjs');
    await succeed([process.execPath, '--import', loader, 'main.ts'], { cwd: place, env: { ...env, ...own } });
    await succeed([pathOf('terraform'), 'init'], { cwd: stack, env });
    const { out } = await succeed([pathOf('terraform'), 'apply', '-auto-approve'], { cwd: stack, env });
    return /Resources: .*/.exec(out)![0];
  }

  test('deploys both', async () => {
    expect(await apply()).toMatch(/^Resources: \d+ added, 0 changed, 0 destroyed\.$/);
    expect(cloud.kept('google_cloudfunctions2_function')).toHaveLength(2);
    expect(cloud.kept('google_storage_bucket').map(({ id }) => id)).toContain('shop-dev-reports');
  });

  test('changes one value of the architecture, and changes it back', async () => {
    expect(await apply({ TRIPTYCH_MEMORY: '512' })).toBe('Resources: 0 added, 1 changed, 0 destroyed.');
    expect(await apply()).toBe('Resources: 0 added, 1 changed, 0 destroyed.');
    expect(await apply()).toBe('Resources: 0 added, 0 changed, 0 destroyed.');
  });

  test('moves to a provider with an alias, and back, without a change', async () => {
    const file = join(place, 'shop-stack.ts');
    const before = readFileSync(file, 'utf8');
    const props = "const props = { architecture: 'shop.yaml',";
    const alias = "const provider = new GoogleProvider(this, 'eu', { alias: 'eu', project, region });";
    expect(before.split(props)).toHaveLength(2);
    writeFileSync(file, before.replace(props, `${alias}\n    ${props} provider,`));
    expect(await apply()).toBe('Resources: 0 added, 0 changed, 0 destroyed.');
    expect(readFileSync(join(stack, 'cdk.tf.json'), 'utf8')).toContain('"provider": "google.eu"');
    expect(await apply({ TRIPTYCH_MEMORY: '512' })).toBe('Resources: 0 added, 1 changed, 0 destroyed.');
    writeFileSync(file, before);
    expect(await apply()).toBe('Resources: 0 added, 1 changed, 0 destroyed.');
  });
});
