import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { artefactsIn } from '../../lib/verify/from';
import { openSynthesized } from '../../lib/verify/synthesized';
import type { Target } from '../../lib/model/target';
import { inFolder } from '../readback/formats';

const manifest = {
  version: 1,
  architecture: 'shop',
  parameters: { size: 2, isBig: true, name: 'x' },
  env: null,
  targets: ['gcp-cdktf', 'aws-cdk'],
  withoutCode: { 'aws-cdk': ['f'] },
};
const folders = { 'aws-cdk/manifest.json': {}, 'gcp-cdktf/x': '' };

/** Opens a folder with another manifest, after a change of the folder itself. */
const open = (changes: object = {}, onDisk: (place: string) => void = () => undefined) =>
  inFolder({ ...folders, 'triptych.json': { ...manifest, ...changes } }, (place) => {
    onDisk(place);
    return openSynthesized(place);
  });

describe('verify --from and facts: a folder of triptych synth', () => {
  it('has its manifest, and a folder for each target', () => expect(open().manifest).toEqual(manifest));

  it('may have an environment', () => expect(open({ env: 'prod' }).manifest.env).toBe('prod'));

  it('may hold what a desktop leaves there', () =>
    expect(open({}, (place) => writeFileSync(join(place, '.DS_Store'), '')).manifest).toEqual(manifest));

  it.each<[what: string, changes: object, message: string]>([
    ['no target', { targets: [] }, 'targets: must be a list with at least one target, got []'],
    ['targets that are no list', { targets: 'aws-cdk' }, 'targets: must be a list'],
    ['an unknown target', { targets: ['aws-cdk', 'aws-cdl'] }, 'targets: has the unknown target aws-cdl (did you mean'],
    ['a target of another kind', { targets: [1] }, 'targets: must be a list'],
    ['a path in place of a target', { targets: ['../aws-cdk'] }, 'targets: has the unknown target ../aws-cdk'],
    ['a property of objects as a target', { targets: ['constructor'] }, 'targets: has the unknown target constructor'],
    ['a target twice', { targets: ['aws-cdk', 'aws-cdk'] }, 'targets: has aws-cdk twice'],
    [
      'the environment that has no name',
      { env: 'dev' },
      'env: must be null, or the name of an environment other than dev, got "dev"',
    ],
    ['an environment with a wrong name', { env: 'Prod' }, 'env: must be null, or the name of an environment'],
    ['an environment that is no text', { env: 1 }, 'env: must be null, or the name of an environment'],
    ['an unknown key', { app: 'x' }, 'has the unknown key app'],
    ['another version', { version: 2 }, 'was not written by triptych synth'],
    ['no architecture', { architecture: undefined }, 'was not written by triptych synth'],
    ['no parameters', { parameters: undefined }, 'parameters: must be a map of texts, numbers and booleans'],
    ['a list of parameters', { parameters: [1] }, 'parameters: must be a map of texts, numbers and booleans'],
    ['a parameter that is a map', { parameters: { a: {} } }, 'parameters: must be a map of texts'],
    ['functions of an unknown target', { withoutCode: { x: [] } }, 'withoutCode: has the unknown target x'],
    [
      'functions of a target that it lacks',
      { withoutCode: { 'aws-pulumi': [] } },
      'withoutCode: has the unknown target aws-pulumi',
    ],
    [
      'functions that are no list',
      { withoutCode: { 'aws-cdk': 'f' } },
      'withoutCode: must be a map of targets to lists',
    ],
  ])('fails if its manifest has %s', (_, changes, message) =>
    expect(() => open(changes)).toThrow(new RegExp(`triptych\\.json: ${escaped(message)}`)),
  );

  it.each<[what: string, onDisk: (place: string) => void, message: string]>([
    [
      'a file',
      (place) => writeFileSync(join(place, 'cdk.json'), '{}'),
      'contains cdk.json, not written by triptych synth',
    ],
    ['a folder', (place) => mkdirSync(join(place, 'evil')), 'contains evil, not written'],
    [
      "a target's folder that the manifest lacks",
      (place) => mkdirSync(join(place, 'aws-pulumi')),
      'contains aws-pulumi,',
    ],
    [
      'many files',
      (place) => ['a', 'b', 'c', 'd', 'e'].forEach((name) => writeFileSync(join(place, name), '')),
      'contains a, b, c and 2 more, not written by triptych synth: move what you need',
    ],
    [
      'no folder of a target',
      (place) => rmSync(join(place, 'aws-cdk'), { recursive: true }),
      'aws-cdk: must be a folder',
    ],
    [
      "a link in place of a target's folder",
      (place) => {
        rmSync(join(place, 'aws-cdk'), { recursive: true });
        symlinkSync('gcp-cdktf', join(place, 'aws-cdk'));
      },
      'aws-cdk: must be a folder, because triptych.json names this target',
    ],
    [
      'a link in place of the manifest',
      (place) => {
        rmSync(join(place, 'triptych.json'));
        symlinkSync('aws-cdk/manifest.json', join(place, 'triptych.json'));
      },
      'triptych.json: must be a file, not a link or a folder',
    ],
  ])('fails if it holds %s', (_, onDisk, message) =>
    expect(() => open({}, onDisk)).toThrow(new RegExp(escaped(message))),
  );

  const asked = (place: string, targets: readonly Target[]) =>
    inFolder({ ...folders, 'triptych.json': manifest }, (output) =>
      artefactsIn(join(output, place), { targets, parameters: {} }),
    );

  it("is as strict if only a target's folder is named", async () => {
    const { isApp, architecture, places } = await asked('aws-cdk', []);
    expect([isApp, architecture, places.map(({ target }) => target)]).toEqual([false, 'shop', ['aws-cdk']]);
    expect((await asked('aws-cdk', ['aws-cdk'])).isApp).toBe(false);
  });

  it("fails if another target than the folder's is asked for", () =>
    expect(asked('.', ['aws-pulumi'])).rejects.toThrow('contains only gcp-cdktf, aws-cdk'));

  it('tells nothing of an app of your own', async () => {
    const files = { 'manifest.json': {}, 'cdk.json': {}, 'other/x': '' };
    const flags = { targets: ['aws-cdk'], parameters: {} } as const;
    const { isApp, architecture } = await inFolder(files, (place) => artefactsIn(place, flags));
    expect([isApp, architecture]).toEqual([true, undefined]);
  });
});

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
