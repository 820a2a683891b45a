import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../../projects/run';
import { standingOn } from '../prepared';
import { tellStory } from '../story';
import { asOneLine, Clone, named } from './clone';
import { rig } from './rig';

// Terraform itself, on what the program in cdktf/ writes with plain Node.

standingOn(['terraform', 'google provider stand-in'], 'terraform apply', () => {
  tellStory(rig);

  describe('what is wrong', () => {
    let clone: Clone;
    let text: string;
    beforeAll(async () => {
      clone = new Clone(named('provisioned-node'));
      await clone.synth();
      await clone.terraformSucceeds('init');
      text = readFileSync(join(clone.stackFolder, 'cdk.tf.json'), 'utf8');
    });
    afterAll(() => clone.remove());

    test.each([
      [
        'an attribute that there is not',
        '"available_memory":',
        '"available_memory_mib":',
        'No argument or block type is named "available_memory_mib".',
      ],
      ['a missing attribute that is required', '"location_id": "${var.region}",', '', '"location_id" is required'],
      [
        'a value of another type',
        /"timeout_seconds": \d+/,
        '"timeout_seconds": "a minute"',
        'Inappropriate value for attribute "timeout_seconds": a number is required.',
      ],
      [
        'a value where there is a block',
        '"uniform_bucket_level_access": true',
        '"versioning": true',
        'Incorrect JSON value type',
      ],
      [
        'a reference to nothing',
        /\$\{google_service_account\.\w+\.email\}/,
        '${google_service_account.nobody.email}',
        'A managed resource "google_service_account" "nobody" has not been declared',
      ],
      [
        'a reference to an attribute that there is not',
        /(\$\{google_service_account\.\w+)\.email\}/,
        '$1.address}',
        'This object has no argument, nested block, or exported attribute named "address".',
      ],
      ['a type that there is not', '"google_storage_bucket":', '"google_storage_pail":', 'google_storage_pail'],
    ])('%s', async (_, from, to, message) => {
      expect(text).toMatch(from);
      writeFileSync(join(clone.stackFolder, 'cdk.tf.json'), text.replace(from, to));
      const { code, err } = await clone.terraform('validate');
      expect(asOneLine(err)).toContain(message);
      expect(code).toBe(1);
    });
  });

  describe('without code', () => {
    let clone: Clone;
    beforeAll(async () => {
      clone = new Clone(named('polyglot'));
      for (const folder of ['go', 'python']) rmSync(join(dirname(clone.file), folder), { recursive: true });
      await clone.synth({ TRIPTYCH_WITHOUT_CODE: 'true' });
      await clone.terraformSucceeds('init');
    });
    afterAll(() => clone.remove());

    test('is taken, and shown', async () => {
      await clone.terraformSucceeds('validate');
      const { out } = await clone.terraform('plan');
      expect(out).toMatch(/^Plan: \d+ to add, 0 to change, 0 to destroy\.$/m);
    });

    test('is refused for what it is', async () => {
      const { code, err } = await clone.terraform('apply', '-auto-approve');
      expect(code).toBe(1);
      expect(err.match(/the code was left out: build it, and synthesize without `withoutCode`/g)).toHaveLength(2);
      expect(clone.cloud.keys()).toEqual([]);
    });
  });

  describe('data', () => {
    let clone: Clone;
    beforeAll(() => (clone = new Clone(named('provisioned-node'))));
    afterAll(() => clone.remove());

    const apply = async () => {
      await clone.synth();
      await clone.terraformSucceeds('init');
      return clone.terraform('apply', '-auto-approve');
    };

    const edit = (from: RegExp, to: string) =>
      writeFileSync(clone.file, readFileSync(clone.file, 'utf8').replace(from, to));
    const page = readFileSync(join(root, 'docs/terraform.md'), 'utf8');

    test('is found again by an architecture that was taken down, as the documentation says', async () => {
      expect(await apply()).toMatchObject({ code: 0 });
      // The database's own policy keeps it, so nothing has to be taken out of the state.
      expect(clone.retained()).toEqual([]);
      const [table] = clone.addressesOf('google_firestore_database');
      const [database] = clone.cloud.kept('google_firestore_database');
      await clone.terraformSucceeds('destroy', '-auto-approve');
      const { code, err } = await apply();
      expect(code).toBe(1);
      expect(asOneLine(err)).toContain(`Error 409: Resource '${database!.id}' already exists with ${table}`);
      await clone.terraformSucceeds('import', table!, database!.id);
      expect(await apply()).toMatchObject({ code: 0 });
      expect(clone.managed()).toEqual(clone.cloud.keys());
      expect(page).toContain(`terraform import ${table} projects/<project>/databases/<name>\n`);
    });

    test('expires as before, since its time to live is taken out of the state', async () => {
      edit(/^( +)partitionKey:/m, '$1ttlAttribute: expires\n$&');
      expect(await apply()).toMatchObject({ code: 0 });
      const [field] = clone.addressesOf('google_firestore_field');
      const { code, err } = await clone.terraform('destroy', '-auto-approve');
      expect(code).toBe(1);
      expect(asOneLine(err)).toContain(`Resource ${field} has lifecycle.prevent_destroy`);
      await clone.terraformSucceeds('state', 'rm', field!);
      await clone.terraformSucceeds('destroy', '-auto-approve');
      const kept = ['google_firestore_database', 'google_firestore_field'].map((type) => clone.cloud.kept(type));
      expect(kept.map(({ length }) => length)).toEqual([1, 1]);
      // The database is imported again, its time to live needs no import.
      const [table] = clone.addressesOf('google_firestore_database');
      await clone.terraformSucceeds('import', table!, kept[0]![0]!.id);
      expect(await apply()).toMatchObject({ code: 0 });
      expect(clone.managed()).toEqual(clone.cloud.keys());
      expect(page).toContain(`terraform state rm ${field!.replace(/counter_TimeToLive_\w+/, 'sessions_TimeToLive_')}`);
    });

    test('is deleted where the architecture says that it may be', async () => {
      edit(/^( +)partitionKey:/m, '$1retain: false\n$&');
      expect(await apply()).toMatchObject({ code: 0 });
      await clone.terraformSucceeds('destroy', '-auto-approve');
      expect(clone.cloud.existing()).toEqual([]);
    });
  });
});
