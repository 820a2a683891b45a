import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { editOf } from '../cases';
import { standingOn } from '../prepared';
import { asOneLine, Clone, named } from './clone';

// CDKTF's own command line, as people use it, on one example from its first deployment to its last.

standingOn(['terraform', 'google provider stand-in'], 'cdktf deploy', () => {
  let clone: Clone;
  const one = named('provisioned-node');
  beforeAll(() => (clone = new Clone(one)));
  afterAll(() => clone.remove());

  /** CDKTF draws a column with the stack's name. */
  const said = (out: string): string => asOneLine(out).replaceAll(' provisioned-node ', ' ');

  test('deploys, says the outputs, and keeps the state where it outlives what is synthesized', async () => {
    let { code, out } = await clone.cdktf(['deploy', '--auto-approve']);
    // CDKTF's command line may end before it has passed Terraform's last words on: whoever asks again reads them.
    if (!said(out).includes('Apply complete!')) ({ code, out } = await clone.cdktf(['deploy', '--auto-approve']));
    expect(said(out)).toMatch(/Apply complete! Resources: \d+ added, 0 changed, 0 destroyed\./);
    expect(said(out)).toMatch(/endpoint = "https:\/\/[a-z0-9-]+\.europe-west1\.run\.app"/);
    expect(code).toBe(0);
    expect(basename(clone.stateFile)).toBe('terraform.provisioned-node.tfstate');
    expect(existsSync(clone.stateFile)).toBe(true);
    expect(clone.managed()).toEqual(clone.cloud.keys());
  });

  test('deploys a second time, and changes nothing', async () => {
    const before = clone.cloud.kept();
    const { code, out } = await clone.cdktf(['deploy', '--auto-approve']);
    expect(said(out)).toContain('Apply complete! Resources: 0 added, 0 changed, 0 destroyed.');
    expect(code).toBe(0);
    expect(clone.cloud.kept()).toEqual(before);
  });

  test('shows what an edit would change', async () => {
    editOf(one).make(clone.file);
    const { code, out } = await clone.cdktf(['diff']);
    expect(said(out)).toContain('Plan: 0 to add, 1 to change, 0 to destroy.');
    expect(said(out)).toContain('+ "EDITED"');
    expect(code).toBe(0);
  });

  test('destroys nothing as long as what protects data would go: a time to live', async () => {
    const text = readFileSync(clone.file, 'utf8');
    writeFileSync(clone.file, text.replace(/^( +)partitionKey:/m, '$1ttlAttribute: expires\n$&'));
    expect(await clone.cdktf(['deploy', '--auto-approve'])).toMatchObject({ code: 0 });
    const before = clone.cloud.kept();
    const { code } = await clone.cdktf(['destroy', '--auto-approve']);
    expect(code).toBe(1);
    expect(clone.cloud.kept()).toEqual(before);
  });

  test('destroys the rest when that was taken out of the state', async () => {
    await clone.terraformSucceeds('state', 'rm', ...clone.retained());
    const { code } = await clone.cdktf(['destroy', '--auto-approve']);
    expect(code).toBe(0);
    expect(clone.managed()).toEqual([]);
    expect(clone.cloud.existing()).toEqual([
      { type: 'google_firestore_database', id: expect.stringContaining('/databases/') as string, protected: true },
      { type: 'google_firestore_field', id: expect.stringContaining('/fields/expires') as string, protected: false },
    ]);
  });
});
