import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { GoogleProvider } from '@cdktf/provider-google/lib/provider';
import { StorageBucket } from '@cdktf/provider-google/lib/storage-bucket';
import { TimeProvider } from '@cdktf/provider-time/lib/provider';
import { App, TerraformStack, Testing } from 'cdktf';
import type { Construct } from 'constructs';
import { verify } from '../../lib';
import { ServerlessArchitecture } from '../../lib/render/gcp-cdktf';
import { writeArchitecture } from './architecture';

const { folder, file: architecture } = writeArchitecture();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function add(scope: Construct): ServerlessArchitecture {
  new GoogleProvider(scope, 'google', { project: 'our-project', region: 'europe-west1' });
  new TimeProvider(scope, 'time');
  new StorageBucket(scope, 'own', { name: 'ours', location: 'EU' });
  return new ServerlessArchitecture(scope, 'Counter', { architecture, project: 'our-project', region: 'europe-west1' });
}

describe('verify on CDKTF', () => {
  it('takes a stack of Testing.app(), whose JSON may be tested before and after', async () => {
    const stack = new TerraformStack(Testing.app(), 'mine');
    add(stack);
    const resources = () => (JSON.parse(Testing.synth(stack)) as { resource: object }).resource;
    const before = resources();
    const verified = await verify(stack, { architecture });
    expect(verified.assertEquivalent()).toMatchObject({ targets: ['gcp-cdktf'], differences: [] });
    expect(verified.matrix.rows).toContainEqual({ element: 'foundation', cells: ['equal'] });
    expect(resources()).toEqual(before);
  });

  it('takes the stack of Testing.synthScope', async () => {
    let made: ServerlessArchitecture | undefined;
    Testing.synthScope((scope) => (made = add(scope as Construct)));
    expect((await verify(made!, { architecture })).differences).toEqual([]);
  });

  it("takes an app, leaves the app's own folder alone, and shows a difference", async () => {
    const app = new App({ outdir: join(folder, 'cdktf.out') });
    const stack = new TerraformStack(app, 'mine');
    add(stack).functions['a']!.function.addOverride('service_config.available_memory', '1024Mi');
    const { differences } = await verify(app, { architecture });
    expect(differences).toEqual([{ target: 'gcp-cdktf', path: 'functions.a.memoryMiB', expected: 256, actual: 1024 }]);
    expect(readdirSync(app.outdir, { recursive: true })).toEqual(['stacks']);
  });

  it('takes the folder of Testing.fullSynth', async () => {
    const stack = new TerraformStack(Testing.app(), 'mine');
    add(stack);
    const out = Testing.fullSynth(stack);
    expect((await verify(out, { architecture })).differences).toEqual([]);
    rmSync(out, { recursive: true });
  });

  it('fails for the JSON of a stack, and says what to pass', async () => {
    const json = Testing.synthScope((scope) => void add(scope as Construct));
    await expect(verify(json, { architecture })).rejects.toThrow(
      "artifacts: must not be a stack's JSON: Testing.synth and Testing.synthScope leave the names of constructs out; pass the stack",
    );
  });
});
