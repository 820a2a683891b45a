import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { Folder } from '../../lib/readback/folder';
import { inFolder } from './formats';

const files = { 'a.json': {}, 'code/x.zip': 'bytes', 'code/y.zip': 'others' };

/** Runs `read` on a folder with two claimed files, after `change`. */
const claiming = <T>(read: (folder: Folder) => T, change: (place: string) => void = () => undefined): T =>
  inFolder(files, (place) => {
    change(place);
    const folder = new Folder(place);
    folder.claim('a.json');
    folder.claim('code', 'x.zip');
    folder.claim('code/y.zip');
    return read(folder);
  });

const left = (folder: Folder) => folder.unrecognized().map(({ resource, value }) => `${resource}: ${String(value)}`);

describe('folder: the files of an artifact', () => {
  it('recognizes everything if readers claim every file', () => expect(claiming(left)).toEqual([]));

  it('hashes a file, and claims it', () => {
    const sha256 = createHash('sha256').update('bytes').digest('hex');
    inFolder({ 'x.zip': 'bytes' }, (place) => {
      const folder = new Folder(place);
      expect([folder.sha256('x.zip'), folder.sha256('x.zip'), folder.sha256('y.zip')]).toEqual([
        sha256,
        sha256,
        undefined,
      ]);
      expect(left(folder)).toEqual([]);
    });
  });

  it.each<[what: string, change: (place: string) => void, seen: string]>([
    ['a file', (place) => execFileSync('touch', [join(place, 'b.json')]), 'b.json: a file'],
    ['a hidden file', (place) => execFileSync('touch', [join(place, '.b')]), '.b: a file'],
    ['a file below', (place) => execFileSync('touch', [join(place, 'code/b.json')]), 'code/b.json: a file'],
    ['an empty folder', (place) => mkdirSync(join(place, 'b')), 'b: a folder'],
    ['a folder, once', (place) => mkdirSync(join(place, 'b/c/d'), { recursive: true }), 'b: a folder'],
    ['a link', (place) => symlinkSync('a.json', join(place, 'b')), 'b: a link'],
    ['a link that leads nowhere', (place) => symlinkSync('x/y/z', join(place, 'b')), 'b: a link'],
    ['a link to a folder', (place) => symlinkSync('code', join(place, 'b')), 'b: a link'],
    ['a pipe', (place) => execFileSync('mkfifo', [join(place, 'b')]), 'b: neither a file nor a folder'],
  ])('reports %s', (_, change, seen) => expect(claiming(left, change)).toEqual([seen]));

  it.each([
    'b.json',
    '../a.json',
    './a.json',
    'code/../a.json',
    'code//x.zip',
    '/etc/passwd',
    'code',
    '',
    'a\0',
    'a.json/x',
  ])('has no file %j', (path) =>
    expect(claiming((folder) => [folder.claim(path), folder.sha256(path)])).toEqual([undefined, undefined]),
  );

  it('has no file behind a link, and none in place of which there is a pipe', () =>
    claiming(
      (folder) => {
        expect([folder.claim('link'), folder.claim('linked', 'x.zip'), folder.claim('pipe')]).toEqual([
          undefined,
          undefined,
          undefined,
        ]);
        expect(left(folder)).toHaveLength(3);
      },
      (place) => {
        symlinkSync('a.json', join(place, 'link'));
        symlinkSync('code', join(place, 'linked'));
        execFileSync('mkfifo', [join(place, 'pipe')]);
      },
    ));

  const keeping = (read: (folder: Folder) => unknown, name: string, change: (place: string) => void) =>
    claiming((folder) => {
      folder.keep((path) => path === name, 'the user keeps it');
      return read(folder);
    }, change);

  it("lists a user's own file as unjudged", () =>
    expect(
      keeping(
        (folder) => [left(folder), folder.unjudged()],
        'code/mine',
        (place) => execFileSync('touch', [join(place, 'code/mine'), join(place, 'mine')]),
      ),
    ).toEqual([['mine: a file'], ['code/mine']]));

  it('lists what a desktop leaves in a folder as unjudged', () =>
    expect(
      claiming(
        (folder) => [left(folder), folder.unjudged()],
        (place) => execFileSync('touch', [join(place, '.DS_Store'), join(place, 'code/Thumbs.db')]),
      ),
    ).toEqual([[], ['.DS_Store', 'code/Thumbs.db']]));

  it('lists nothing that is absent', () =>
    expect(
      keeping(
        (folder) => [left(folder), folder.unjudged()],
        'mine',
        () => undefined,
      ),
    ).toEqual([[], []]));

  it("reports a link in place of a user's own file", () =>
    expect(keeping(left, 'mine', (place) => symlinkSync('a.json', join(place, 'mine')))).toEqual(['mine: a link']));

  it("leaves an app's own files alone, and follows its links", () =>
    inFolder(files, (place) => {
      symlinkSync('a.json', join(place, 'link'));
      const folder = new Folder(place, 'app');
      expect(folder.claim('code/../link')).toBeDefined();
      expect([folder.claim('code'), folder.claim('none')]).toEqual([undefined, undefined]);
      expect([left(folder), folder.unjudged()]).toEqual([[], []]);
    }));

  it('fails for a folder that is a file', () =>
    inFolder(files, (place) =>
      expect(() => new Folder(join(place, 'a.json')).unrecognized()).toThrow('a.json: must be a folder'),
    ));

  it('fails for more files than it reads', () =>
    inFolder({}, (place) => {
      execFileSync('sh', ['-c', 'seq 1 10001 | xargs touch'], { cwd: place });
      expect(() => new Folder(place).unrecognized()).toThrow('must contain at most 10000 files and folders');
    }));

  it('fails to keep files without a reason', () =>
    expect(() => new Folder('.').keep(() => true, '')).toThrow('no reason to keep files'));
});
