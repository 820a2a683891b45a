import { readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { parse } from 'yaml';
import { root } from '../../projects/run';
import { stage } from '../../rendering';
import { architectures } from '../../vendor/architectures';
import { caseNamed, type Case, type Written } from '../cases';
import { standingOn } from '../prepared';
import type { Deployment } from '../rig';
import { asOneLine, Clone } from './clone';
import { identities } from './identities';
import { rig } from './rig';

// The examples leave some of what is rendered out: here is something in every field, and a resource of every type.

standingOn(['terraform', 'google provider stand-in'], 'terraform apply of everything', () => {
  let one: Case;
  let deployment: Deployment;
  beforeAll(async () => {
    const { text } = architectures['everything']!;
    const file = stage({ text });
    const folder = relative(root, dirname(file));
    const written = parse(text) as Written;
    one = { name: written.name, folder, file: basename(file), parameters: {}, written };
    deployment = await rig.open(one);
  });
  afterAll(() => deployment.end());

  test("makes nothing before Google's services are on", async () => {
    const clone = new Clone(one);
    clone.cloud.refuse('google_project_service', 'googleapi: Error 403: services stay off here');
    await clone.synth();
    await clone.terraformSucceeds('init');
    expect(await clone.terraform('apply', '-auto-approve')).toMatchObject({ code: 1 });
    const made = clone.cloud.keys();
    clone.remove();
    expect(made).toEqual([]);
  });

  test('gives agents no role, builds nothing and notifies of nothing before permissions have taken effect', async () => {
    const clone = new Clone(one);
    clone.cloud.refuse('time_sleep', 'still waiting');
    await clone.synth();
    await clone.terraformSucceeds('init');
    expect(await clone.terraform('apply', '-auto-approve')).toMatchObject({ code: 1 });
    const made = clone.cloud.kept();
    clone.remove();
    const types = made.map(({ type }) => type);
    expect(types).toContain('google_project_service_identity');
    expect(types).not.toContain('google_cloudfunctions2_function');
    expect(types).not.toContain('google_storage_notification');
    const grants = made.filter(({ type }) => type.endsWith('_iam_member'));
    const members = grants.map(({ attributes }) => String(attributes['member']));
    expect(members.filter((member) => /@gcp-sa-pubsub|@gs-project-accounts/.test(member))).toEqual([]);
  });

  test('fails where nothing creates the service agent of Pub/Sub', async () => {
    const clone = new Clone(one);
    await clone.synth();
    const file = join(clone.stackFolder, 'cdk.tf.json');
    const text = readFileSync(file, 'utf8').replaceAll(/,?\s*"google_project_service_identity\.\w+"/g, '');
    const stack = JSON.parse(text) as { readonly resource: Record<string, unknown> };
    delete stack.resource['google_project_service_identity'];
    writeFileSync(file, JSON.stringify(stack));
    await clone.terraformSucceeds('init');
    const { code, err } = await clone.terraform('apply', '-auto-approve');
    clone.remove();
    expect(code).toBe(1);
    expect(asOneLine(err)).toMatch(/Error 400: Service account service-\d+@gcp-sa-pubsub\S* does not exist/);
  });

  test('makes a resource of every type that the orders have none of', async () => {
    expect(await deployment.deploy()).toMatchObject({ endpoint: expect.stringMatching(/^http:\/\/\d/) as string });
    const types = (await deployment.existing()).map(({ type }) => type);
    // A service that is switched on is no resource. A network of the foundation's own is deployed with the example web in
    // its environment prod; a connector to it on no rig yet.
    const elsewhere = /^google_(?:compute_(?:network|subnetwork|router|router_nat)|vpc_access_connector)$/;
    const rendered = Object.keys(identities).filter(
      (type) => !/^data\.|^google_project_service$/.test(type) && !elsewhere.test(type),
    );
    const orders = new Clone(caseNamed('orders'));
    await orders.synth();
    const theirs = Object.keys(orders.stack().resource).filter((type) => rendered.includes(type));
    orders.remove();
    expect([...new Set([...types, ...theirs])].sort()).toEqual(rendered.sort());
  });

  test('finds nothing to change then', async () => {
    expect(await deployment.changes()).toEqual([]);
  });

  test('keeps what has to stay, and no other', async () => {
    const before = await deployment.existing();
    await deployment.destroy();
    const left = await deployment.existing();
    expect(before).toEqual(expect.arrayContaining([...left]));
    expect(left.map(({ type }) => type)).toEqual([
      'google_firestore_database',
      'google_firestore_field',
      'google_secret_manager_secret',
      'google_secret_manager_secret_version',
      'google_storage_bucket',
    ]);
    // Google lets no bucket be protected, and a version is so by its secret.
    expect(left.filter((one) => one.protected).map(({ type }) => type)).toEqual([
      'google_firestore_database',
      'google_secret_manager_secret',
    ]);
  });
});
