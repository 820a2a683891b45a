import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

// Building takes longer than most tests of the package: those that run beside each other share one.

const root = join(__dirname, '..', '..');
const kept = join(tmpdir(), 'triptych-packed');
const day = 24 * 60 * 60 * 1000;

/** What a clone needs so that the package can be built and packed. */
const sources = [
  ...['lib', 'bin', 'scripts', 'warmer', 'docs', 'examples', 'cdktf', 'pulumi', 'test/deploy/README.md'],
  ...['package.json', '.npmrc', 'tsconfig.json', 'tsconfig.build.json'],
  ...['README.md', 'LICENSE', 'CHANGELOG.md', 'ARCHITECTURE.md'],
];

/** The package as npm packed it. */
export interface Packed {
  /** The path of its file. */
  readonly file: string;
  /** The paths in it. */
  readonly paths: readonly string[];
}

/** Builds and packs these sources with npm, or finds what another test has packed from the same ones. */
export async function packed(): Promise<Packed> {
  const place = join(kept, hash());
  const lock = `${place}.lock`;
  fs.mkdirSync(kept, { recursive: true });
  while (!fs.existsSync(place)) {
    if (!take(lock)) await setTimeout(500);
    else {
      try {
        if (!fs.existsSync(place)) pack(place);
      } finally {
        fs.rmSync(lock, { recursive: true });
      }
    }
  }
  const { filename, files } = JSON.parse(fs.readFileSync(join(place, 'packed.json'), 'utf8')) as Listed;
  return { file: join(place, filename), paths: files.map(({ path }) => path) };
}

interface Listed {
  readonly filename: string;
  readonly files: readonly { readonly path: string }[];
}

/** Takes the lock, unless another process that is alive has it. */
function take(lock: string): boolean {
  const owner = join(lock, 'owner');
  try {
    fs.mkdirSync(lock);
    fs.writeFileSync(owner, String(process.pid));
    return true;
  } catch {
    const pid = fs.existsSync(owner) ? Number(fs.readFileSync(owner, 'utf8')) : 0;
    if (pid > 0 && !isAlive(pid)) fs.rmSync(lock, { recursive: true, force: true });
    return false;
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** Packs a clone, so that `dist` stays as it is, and moves the result to its place at once. */
function pack(place: string): void {
  for (const name of fs.readdirSync(kept)) {
    const old = join(kept, name);
    if (Date.now() - fs.statSync(old).mtimeMs > day) fs.rmSync(old, { recursive: true });
  }
  const [clone, fresh] = ['clone', 'packed'].map((name) => fs.mkdtempSync(join(tmpdir(), `triptych-${name}-`)));
  try {
    for (const name of sources) fs.cpSync(join(root, name), join(clone!, name), { recursive: true, filter });
    fs.symlinkSync(join(root, 'node_modules'), join(clone!, 'node_modules'));
    // Left by an older build.
    fs.mkdirSync(join(clone!, 'dist/lib'), { recursive: true });
    fs.writeFileSync(join(clone!, 'dist/lib/stale.js'), '');
    const args = ['pack', '--ignore-scripts=false', '--json', '--pack-destination', fresh!];
    const out = execFileSync('npm', args, { cwd: clone, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
    const [listed] = JSON.parse(out) as [Listed];
    fs.writeFileSync(join(fresh!, 'packed.json'), JSON.stringify(listed));
    fs.renameSync(fresh!, place);
  } finally {
    fs.rmSync(clone!, { recursive: true });
    fs.rmSync(fresh!, { recursive: true, force: true });
  }
}

const filter = (path: string): boolean => !['node_modules', 'build', '__pycache__'].includes(basename(path));

/** A hash of the sources, by which equal ones are known. */
function hash(): string {
  const made = createHash('sha256');
  for (const name of sources) {
    const path = join(root, name);
    const inside = fs.statSync(path).isDirectory() ? fs.readdirSync(path, { recursive: true, encoding: 'utf8' }) : [''];
    for (const file of inside.map((one) => join(path, one)).sort())
      if (file.slice(root.length).split('/').every(filter) && fs.statSync(file).isFile())
        made.update(`${file.slice(root.length)}\0`).update(fs.readFileSync(file));
  }
  return made.digest('hex').slice(0, 16);
}
