import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { root } from '../../projects/run';
import { stage } from '../../rendering';
import { standingOn } from '../prepared';
import { Clone } from './clone';

const text = `
name: shop
targets: [gcp-cdktf]
functions:
  orders:
    runtime: nodejs22
    code: code
    handler: index.handler
    memoryMiB: 512
    coldStart: { dynamic: { min: 2, max: 20 }, scheduled: &peak [{ name: day, start: 0 8 * * *, end: 0 18 * * *, min: 9 }] }
services:
  web: { image: 'docker.io/library/nginx:1.29', port: 8080, coldStart: { dynamic: { min: 2, max: 20 }, scheduled: *peak } }
`;

/** The readable part of an account's name in a text; any other text as it is. */
const nameIn = (text: string): string => /(shop-[a-z]+?)(?:-scheduler)?-[0-9a-f]{8}@/.exec(text)?.[1] ?? text;

/** An attribute that is a block, of which there is one. */
type Blocks = Record<string, Record<string, unknown>[]>;

interface Job {
  readonly description: string;
  readonly http_target: Record<string, unknown>[];
}

standingOn(['terraform', 'google provider stand-in'], 'terraform apply within a window', () => {
  let clone: Clone;
  beforeAll(async () => {
    const folder = relative(root, dirname(stage({ text })));
    clone = new Clone({ name: 'shop', folder, file: 'architecture.yaml', parameters: {}, written: { name: 'shop' } });
    await clone.synth();
    await clone.terraformSucceeds('init');
    await clone.terraformSucceeds('apply', '-auto-approve');
    // What jobs do when the window begins.
    clone.cloud.change('google_cloudfunctions2_function', ({ service_config: config }) => {
      config![0]!['min_instance_count'] = 9;
    });
    clone.cloud.change('google_cloud_run_v2_service', ({ scaling }) => {
      scaling![0]!['min_instance_count'] = 9;
    });
  });
  afterAll(() => clone.remove());

  const blocksOf = (type: string): Blocks => clone.cloud.kept(type)[0]!.attributes as Blocks;

  test('finds nothing to change', async () => {
    expect(await clone.terraform('plan', '-detailed-exitcode')).toMatchObject({ code: 0 });
  });

  test('deploys what was edited, the base of a service as well, and leaves the windows alone', async () => {
    const edited = readFileSync(clone.file, 'utf8').replaceAll('min: 2', 'min: 3').replace('512', '256');
    writeFileSync(clone.file, edited);
    await clone.synth();
    await clone.terraformSucceeds('apply', '-auto-approve');
    expect(blocksOf('google_cloudfunctions2_function')['service_config']).toMatchObject([
      { available_memory: '256Mi', min_instance_count: 9 },
    ]);
    const service = blocksOf('google_cloud_run_v2_service');
    expect(service['scaling']).toMatchObject([{ min_instance_count: 9 }]);
    expect(service['template']).toMatchObject([{ scaling: [{ min_instance_count: 3 }] }]);
  });

  test('lets the jobs act as the account that builds a function, and no job of a service', () => {
    const accounts = clone.cloud
      .kept('google_service_account_iam_member')
      .map(({ attributes }) => attributes as Record<string, string>)
      .map(({ member, service_account_id: account, role }) => [member, account, role].map((text) => nameIn(text!)));
    expect(accounts.sort()).toEqual([
      ['shop-orders', 'shop-ground', 'roles/iam.serviceAccountUser'],
      ['shop-orders', 'shop-orders', 'roles/iam.serviceAccountUser'],
      ['shop-web', 'shop-web', 'roles/iam.serviceAccountUser'],
    ]);
  });

  test('has the jobs at the ends of windows bring back the base that was edited', () => {
    const jobs = clone.cloud.kept('google_cloud_scheduler_job').map(({ attributes }) => attributes as unknown as Job);
    const bodies = jobs.map(({ description, http_target: [request] }) => [
      description,
      JSON.parse(Buffer.from(String(request!['body']), 'base64').toString('utf8')) as unknown,
    ]);
    expect(Object.fromEntries(bodies)).toMatchObject({
      'shop functions.orders day start': { serviceConfig: { minInstanceCount: 9 } },
      'shop functions.orders day end': { serviceConfig: { minInstanceCount: 3 } },
      'shop services.web day start': { scaling: { minInstanceCount: 9 } },
    });
  });
});
