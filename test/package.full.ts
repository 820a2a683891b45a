import { execFileSync, spawnSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// The package as people get it: built, packed, and installed in an empty folder.

const root = join(__dirname, '..');
let folder: string;
const pack = { filename: '', files: [] as readonly { readonly path: string }[] };
let { filename, files } = pack;

const npm = (args: readonly string[], cwd: string): string =>
  execFileSync('npm', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

function triptych(...args: string[]): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(join(folder, 'node_modules/.bin/triptych'), args, {
    cwd: folder,
    encoding: 'utf8',
  });
  return { code: status, out: stdout, err: stderr };
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'triptych-package-'));
  // Left by an older build.
  mkdirSync(join(root, 'dist/lib'), { recursive: true });
  writeFileSync(join(root, 'dist/lib/stale.js'), '');
  const packed = npm(['pack', '--ignore-scripts=false', '--json', '--pack-destination', folder], root);
  [{ filename, files }] = JSON.parse(packed) as [typeof pack];
  writeFileSync(join(folder, 'package.json'), '{ "name": "empty", "private": true }');
  npm(['install', '--no-audit', '--no-fund', '--prefer-offline', `./${filename}`], folder);
  writeFileSync(
    join(folder, 'architecture.yaml'),
    'name: first\ntables:\n  items: { partitionKey: { name: id, type: string } }\n',
  );
}, 180_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the packed package', () => {
  test('holds a fresh build', () => {
    const paths = files.map(({ path }) => path);
    expect(paths).toEqual(
      expect.arrayContaining(['dist/bin/triptych.js', 'dist/lib/index.js', 'dist/lib/index.d.ts', 'dist/schema.json']),
    );
    expect(paths).not.toContain('dist/lib/stale.js');
  });

  test('is built before it is published, and runs nothing where it is installed', () => {
    const { scripts, publishConfig } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      scripts: Readonly<Record<string, string>>;
      publishConfig: unknown;
    };
    // `.npmrc` switches scripts off for installations in this repository; publishing is the exception.
    expect(publishConfig).toEqual({ 'ignore-scripts': false });
    expect(Object.keys(scripts)).toContain('prepack');
    for (const name of ['preinstall', 'install', 'postinstall', 'prepare']) expect(scripts[name]).toBeUndefined();
  });
});

describe('the installed package', () => {
  test('brings its command', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    expect(triptych('--version')).toEqual({ code: 0, out: `${version}\n`, err: '' });
    expect(triptych('validate', 'architecture.yaml').code).toBe(0);
  });

  test('fails to render without an engine, and says what to install', () => {
    const { code, err } = triptych('synth', 'architecture.yaml', '--target', 'aws-cdk');
    expect(code).toBe(1);
    expect(err).toBe(
      "aws-cdk: its engine isn't installed here (npm install aws-cdk-lib constructs, or choose another --target)\n",
    );
  });

  test('renders and verifies with the engines that are there', () => {
    mkdirSync(join(folder, 'node_modules/@pulumi'), { recursive: true });
    for (const name of ['constructs', 'aws-cdk-lib', '@pulumi/pulumi', '@pulumi/gcp']) {
      symlinkSync(join(root, 'node_modules', name), join(folder, 'node_modules', name));
    }
    const { code, out } = triptych('verify', 'architecture.yaml', '--target', 'aws-cdk', '--target', 'gcp-pulumi');
    expect(out).toContain('first: equivalent on aws-cdk, gcp-pulumi');
    expect(code).toBe(0);
  });

  test.each([
    'triptych-iac',
    'triptych-iac/aws-cdk',
    'triptych-iac/gcp-cdktf',
    'triptych-iac/pulumi',
    'triptych-iac/warm',
    'triptych-iac/secret',
    'triptych-iac/schema.json',
  ])('has %s, which its exports name', (name) => {
    const resolved = execFileSync(process.execPath, ['-p', `require.resolve(${JSON.stringify(name)})`], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(resolved).toContain(join('node_modules', 'triptych-iac', 'dist'));
  });

  test('loads no engine with its main export', () => {
    const script =
      "require('triptych-iac'); console.log(Object.keys(require.cache).filter((path) => /aws-cdk-lib|cdktf|@pulumi/.test(path)).length)";
    expect(execFileSync(process.execPath, ['-e', script], { cwd: folder, encoding: 'utf8' })).toBe('0\n');
  });

  test('finds the code of the warmer, which it brings', () => {
    const script =
      "const { warmerArchive, warmerFolder } = require('./node_modules/triptych-iac/dist/lib/archive/warmer.js'); console.log(warmerFolder, warmerArchive().empty)";
    expect(execFileSync(process.execPath, ['-e', script], { cwd: folder, encoding: 'utf8' })).toBe(
      `${join(realpathSync(folder), 'node_modules/triptych-iac/warmer')} false\n`,
    );
  });

  test('lets what answers warm-up calls be copied', () => {
    const copy = mkdtempSync(join(tmpdir(), 'triptych-copy-'));
    copyFileSync(join(folder, 'node_modules/triptych-iac/dist/lib/warm.js'), join(copy, 'warm.js'));
    const script =
      "const { warm } = require('./warm'); warm(() => 1)({ warmer: true, concurrency: 1 }, { logStreamName: 'a' }).then(console.log)";
    const answer = execFileSync(process.execPath, ['-e', script], { cwd: copy, encoding: 'utf8' });
    rmSync(copy, { recursive: true });
    expect(answer).toBe("{ warmer: true, instance: 'a' }\n");
  });

  test('lets what reads secrets be copied', () => {
    const copy = mkdtempSync(join(tmpdir(), 'triptych-copy-'));
    copyFileSync(join(folder, 'node_modules/triptych-iac/dist/lib/secret.js'), join(copy, 'secret.js'));
    const script =
      "const { secret } = require('./secret'); const keep = (e) => console.log(e.code); secret('A').catch(keep).then(() => secret('B')).catch(keep)";
    const B = 'arn:aws:secretsmanager:eu-central-1:123456789012:secret:b-AbCdEf';
    const env = { ...process.env, B };
    const said = execFileSync(process.execPath, ['-e', script], { cwd: copy, encoding: 'utf8', env });
    rmSync(copy, { recursive: true });
    expect(said).toBe('unset\nsdk\n');
  });
});
