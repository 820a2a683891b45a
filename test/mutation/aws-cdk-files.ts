import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { examples } from '../examples';
import { differencesIn, render, type Rendering } from '../rendering';
import type { Json } from './artefact';

/** A folder whose files can be changed; what was there comes back. */
class Files {
  private readonly before = new Map<string, Buffer | undefined>();

  constructor(private readonly folder: string) {}

  json(name: string, change: (content: Json) => void): void {
    const content = JSON.parse(readFileSync(join(this.folder, name), 'utf8')) as Json;
    change(content);
    this.write(name, JSON.stringify(content));
  }

  text(name: string, change: (text: string) => string): void {
    this.write(name, change(readFileSync(join(this.folder, name), 'utf8')));
  }

  write(name: string, content: string): void {
    this.instead(name, (place) => writeFileSync(place, content));
  }

  instead(name: string, put: (place: string) => void): void {
    const place = join(this.folder, name);
    if (!this.before.has(name)) this.before.set(name, contentOf(place));
    rmSync(place, { force: true });
    put(place);
  }

  restore(): void {
    for (const [name, content] of this.before) {
      rmSync(join(this.folder, name), { recursive: true, force: true });
      if (content) writeFileSync(join(this.folder, name), content);
    }
    this.before.clear();
  }
}

function contentOf(place: string): Buffer | undefined {
  try {
    return readFileSync(place);
  } catch {
    return undefined;
  }
}

const assets = 'polyglot.assets.json';
const uploads = (content: Json): [id: string, upload: Json][] => Object.entries<Json>(content.files);
const templateIn = (content: Json): [string, Json] =>
  uploads(content).find(([, { source }]) => source.path === 'polyglot.template.json')!;
const codeIn = (content: Json): [string, Json][] =>
  uploads(content).filter(([, { source }]) => source.path.startsWith('asset.'));
const run = ['sh', '-c', 'id'];

/** Changes with which `cdk deploy` would do something else, although the template is right. */
const cases: readonly [what: string, change: (files: Files) => void, seen: readonly string[]][] = [
  [
    'a template asset that is another file',
    (files) => {
      files.write('evil.json', '{}');
      files.json(assets, (content) => void (templateIn(content)[1].source.path = 'evil.json'));
    },
    [`!${assets}.files.sha256`, '!evil.json'],
  ],
  [
    'another hash in the URL of the template',
    (files) => files.text('manifest.json', (text) => text.replace(/[0-9a-f]{64}\.json/, `${'0'.repeat(64)}.json`)),
    ['!manifest.json.artifacts.polyglot'],
  ],
  [
    'no asset of the template',
    (files) => files.json(assets, (content) => void delete content.files[templateIn(content)[0]]),
    [`!${assets}.files.sha256`],
  ],
  [
    'an image that a program builds',
    (files) =>
      files.json(
        assets,
        (content) => void (content.dockerImages.x = { source: { executable: run }, destinations: {} }),
      ),
    [`!${assets}.dockerImages`],
  ],
  [
    'an image that is built from a folder',
    (files) =>
      files.json(assets, (content) => void (content.dockerImages.x = { source: { directory: '.' }, destinations: {} })),
    [`!${assets}.dockerImages`],
  ],
  [
    'an image among the metadata of constructs, which cdk deploy builds',
    (files) =>
      files.json('polyglot.metadata.json', (content) =>
        content['/polyglot'].push({
          type: 'aws:cdk:asset',
          data: {
            id: 'x',
            packaging: 'container-image',
            path: '.',
            sourceHash: 'x',
            repositoryName: 'x',
            imageTag: 'x',
          },
        }),
      ),
    ['!polyglot.metadata.json./polyglot.1'],
  ],
  [
    'an asset that a program makes',
    (files) =>
      files.json(assets, (content) => void (content.files.x = { source: { executable: run }, destinations: {} })),
    [`!${assets}.files.x`],
  ],
  [
    'a file of the machine in place of code',
    (files) => files.json(assets, (content) => void (codeIn(content)[0]![1].source.path = '/etc/passwd')),
    ['functions.*.code', 'functions.*!Properties.Code.S3Key', `!${assets}.files.sha256`, '!asset.sha256.zip'],
  ],
  [
    'code out of the folder',
    (files) =>
      files.json(assets, (content) => {
        const { source } = codeIn(content)[0]![1];
        source.path = `../aws-cdk/${source.path}`;
      }),
    ['functions.*.code', 'functions.*!Properties.Code.S3Key', `!${assets}.files.sha256`, '!asset.sha256.zip'],
  ],
  [
    'the code of another function under the key of one',
    (files) =>
      files.json(assets, (content) => {
        const [one, other] = codeIn(content);
        one![1].source.path = other![1].source.path;
      }),
    ['functions.*.code.sha256', `!${assets}.files.sha256`, '!asset.sha256.zip'],
  ],
  [
    'a second asset with the key of one',
    (files) =>
      files.json(assets, (content) => {
        const [, upload] = codeIn(content)[0]!;
        content.files.x = { ...upload, source: { path: 'polyglot.template.json', packaging: 'file' } };
      }),
    [`!${assets}.files.x`],
  ],
  [
    'code that is packed once more',
    (files) => files.json(assets, (content) => void (codeIn(content)[0]![1].source.packaging = 'zip')),
    [`!${assets}.files.sha256`],
  ],
  [
    'a second stack',
    (files) => {
      files.write('evil.json', '{}');
      files.json('manifest.json', ({ artifacts }) => {
        artifacts.evil = { ...artifacts.polyglot, properties: { templateFile: 'evil.json' } };
      });
    },
    ['!manifest.json.artifacts.evil'],
  ],
  [
    'a nested assembly',
    (files) => {
      files.instead('assembly-evil', (place) => mkdirSync(place));
      files.json('manifest.json', ({ artifacts }) => {
        artifacts.evil = { type: 'cdk:cloud-assembly', properties: { directoryName: 'assembly-evil' } };
      });
    },
    ['!manifest.json.artifacts.evil', '!assembly-evil'],
  ],
  [
    'other assets of the stack',
    (files) => {
      files.write('evil.assets.json', '{"version":"55.0.0"}');
      files.json('manifest.json', ({ artifacts }) => {
        artifacts['polyglot.assets'].properties.file = 'evil.assets.json';
      });
    },
    ['!manifest.json.artifacts.polyglot.assets', '!evil.assets.json'],
  ],
  [
    'a template twice as a key',
    (files) =>
      files.text('polyglot.template.json', (text) => text.replace('"Resources"', '"Resources": {}, "Resources"')),
    ['refused'],
  ],
  ['settings of cdk', (files) => files.write('cdk.json', '{"build":"id"}'), ['!cdk.json']],
  [
    'a link in place of a document',
    (files) => files.instead('polyglot.metadata.json', (place) => symlinkSync('cdk.out', place)),
    ['!polyglot.metadata.json', '!polyglot.metadata.json'],
  ],
];

/** Makes each change of an assembly's files on its own. */
export function seesMutationsOfFiles(): void {
  describe('files of polyglot', () => {
    let rendering: Rendering;
    beforeAll(async () => {
      rendering = await render(examples.polyglot, 'aws-cdk');
    });

    test.each(cases)('differ with %s', (_, change, seen) => {
      const files = new Files(rendering.folder);
      change(files);
      try {
        expect(pathsIn(rendering)).toEqual(seen);
      } finally {
        files.restore();
      }
    });

    test('are right without a change', () => expect(pathsIn(rendering)).toEqual([]));
  });
}

/** The paths of all differences, whatever the function and the hash. */
function pathsIn(rendering: Rendering): string[] {
  try {
    return differencesIn(rendering).map(({ path }) => short(path));
  } catch (error) {
    return [(error as Error).name === 'ArtefactError' ? 'refused' : String(error)];
  }
}

const short = (path: string): string =>
  path
    .replace(/[0-9a-f]{64}/, 'sha256')
    .replace(/^functions\.\w+/, 'functions.*')
    .replace(/!polyglot\/Architecture\/[\w/]+\./, '!');
