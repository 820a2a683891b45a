import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { caseNamed, copyOf } from '../cases';
import { standingOn } from '../prepared';
import { PulumiProject } from '../pulumi/project';
import { Clone, named } from '../terraform/clone';

// What Google's services refuse reaches people, in both engines, and what is rendered passes once it is mended.

const permitted = 'do not belong to a permitted customer';

/** A stack without the resources of a type of which a test holds; nothing waits for them either. */
function without(stack: string, isMeant: (type: string, resource: object) => boolean): string {
  const parsed = JSON.parse(stack) as { resource: Record<string, Record<string, { depends_on?: string[] }>> };
  for (const [type, all] of Object.entries(parsed.resource)) {
    for (const [id, resource] of Object.entries(all)) {
      if (!isMeant(type, resource)) continue;
      delete all[id];
      for (const other of Object.values(parsed.resource).flatMap((each) => Object.values(each)))
        if (other.depends_on) other.depends_on = other.depends_on.filter((one) => one !== `${type}.${id}`);
    }
    if (Object.keys(all).length === 0) delete parsed.resource[type];
  }
  return JSON.stringify(parsed);
}

standingOn(['terraform', 'google provider stand-in'], 'Google Cloud, under terraform apply', () => {
  let clone: Clone;
  const file = (): string => join(clone.stackFolder, 'cdk.tf.json');
  beforeEach(async () => {
    clone = new Clone(named('polyglot'));
    expect(await clone.synth()).toMatchObject({ code: 0 });
    await clone.terraformSucceeds('init');
  });
  afterEach(() => clone.remove());

  test.each([
    [
      'a build whose account cannot read its source',
      /You must grant roles\/storage.objectViewer/,
      (type: string, resource: object) =>
        type === 'google_project_iam_member' && JSON.stringify(resource).includes('storage.objectViewer'),
    ],
    ['a build that nothing waits for', /hasn't taken effect/, (type: string) => type === 'time_sleep'],
  ])('refuses %s', async (_, reason, isMeant) => {
    writeFileSync(file(), without(readFileSync(file(), 'utf8'), isMeant));
    const { code, err } = await clone.terraform('apply', '-auto-approve');
    expect(err.replace(/[\s│]+/g, ' ')).toMatch(reason);
    expect(code).toBe(1);
  });

  test('refuses `allUsers` under domain-restricted sharing, and takes everything without it', async () => {
    clone.services.restrictsDomains = true;
    const { code, err } = await clone.terraform('apply', '-auto-approve');
    expect(err.replace(/[\s│]+/g, ' ')).toContain(permitted);
    expect(code).toBe(1);
    clone.services.restrictsDomains = false;
    await clone.terraformSucceeds('apply', '-auto-approve');
  });
});

standingOn(['pulumi'], 'Google Cloud, under pulumi up', () => {
  let project: PulumiProject;
  beforeAll(async () => {
    project = await PulumiProject.open('gcp');
    await project.configure({ architecture: copyOf(caseNamed('polyglot'), join(project.folder, 'example')) });
  });
  afterAll(() => project?.end());

  test('refuses `allUsers` under domain-restricted sharing, and takes everything without it', async () => {
    project.services.restrictsDomains = true;
    const { code, out, err } = await project.run(['up', '--yes', '--skip-preview']);
    expect(out + err).toContain(permitted);
    expect(code).not.toBe(0);
    project.services.restrictsDomains = false;
    await project.succeed('up', '--yes', '--skip-preview');
  });
});
