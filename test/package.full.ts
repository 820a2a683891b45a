import { execFileSync, spawnSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { closureOf, entries } from '../scripts/closure';
import { compile, nameOf, packagesOf, type Cell } from './package/cell';
import { packed } from './package/packed';

// The package as people get it: built, packed, and installed in an empty folder.

const root = join(__dirname, '..');
let folder: string;
let paths: readonly string[];

const npm = (args: readonly string[], cwd: string): string =>
  execFileSync('npm', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

function triptych(...args: string[]): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(join(folder, 'node_modules/.bin/triptych'), args, {
    cwd: folder,
    encoding: 'utf8',
  });
  return { code: status, out: stdout, err: stderr };
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'triptych-package-'));
  const made = await packed();
  ({ paths } = made);
  writeFileSync(join(folder, 'package.json'), '{ "name": "empty", "private": true }');
  npm(['install', '--no-audit', '--no-fund', '--prefer-offline', made.file], folder);
  writeFileSync(
    join(folder, 'architecture.yaml'),
    'name: first\ntables:\n  items: { partitionKey: { name: id, type: string } }\n',
  );
}, 600_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the packed package', () => {
  test('holds a fresh build', () => {
    expect(paths).toEqual(
      expect.arrayContaining(['dist/bin/triptych.js', 'dist/lib/index.js', 'dist/lib/index.d.ts', 'dist/schema.json']),
    );
    expect(paths).not.toContain('dist/lib/stale.js');
  });

  test('is built before it is published, and runs nothing where it is installed from a registry', () => {
    const { scripts, publishConfig } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      scripts: Readonly<Record<string, string>>;
      publishConfig: unknown;
    };
    // `.npmrc` switches scripts off for installations in this repository; publishing is the exception.
    expect(publishConfig).toEqual({ 'ignore-scripts': false });
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining(['prepack', 'prepare']));
    for (const name of ['preinstall', 'install', 'postinstall']) expect(scripts[name]).toBeUndefined();
  });

  test.each(['no build', 'an old build'])('is not packed with %s', (build) => {
    const clone = mkdtempSync(join(tmpdir(), 'triptych-clone-'));
    for (const name of ['package.json', '.npmrc']) copyFileSync(join(root, name), join(clone, name));
    if (build === 'an old build') {
      mkdirSync(join(clone, 'dist/lib'), { recursive: true });
      writeFileSync(join(clone, 'dist/lib/index.js'), '');
    }
    // Whoever runs the tests may have silenced npm.
    const env = { ...process.env, npm_config_loglevel: 'notice' };
    const { status, stderr } = spawnSync('npm', ['pack'], { cwd: clone, encoding: 'utf8', env });
    rmSync(clone, { recursive: true });
    expect(stderr).toMatch(/ENOENT.*dist\/requires--ignore-scripts=false/);
    expect(status).not.toBe(0);
  });

  test('is in dist after it was packed, and can be packed again only with a new build', () => {
    const clone = mkdtempSync(join(tmpdir(), 'triptych-clone-'));
    const made = join(clone, 'dist/requires--ignore-scripts=false');
    mkdirSync(made, { recursive: true });
    mkdirSync(join(clone, 'scripts'));
    writeFileSync(join(made, 'triptych-iac-1.0.0.tgz'), 'packed');
    copyFileSync(join(root, 'scripts/postpack.cjs'), join(clone, 'scripts/postpack.cjs'));
    execFileSync(process.execPath, [join(clone, 'scripts/postpack.cjs')]);
    expect(readdirSync(join(clone, 'dist'))).toEqual(['triptych-iac-1.0.0.tgz']);
    rmSync(clone, { recursive: true });
  });

  test('is not published with a placeholder for its address', () => {
    const script = join(root, 'scripts/prepack.cjs');
    const env = { ...process.env, npm_command: 'publish' };
    const { status, stderr } = spawnSync(process.execPath, [script], { encoding: 'utf8', env });
    expect(stderr).toContain('is a placeholder: set repository, homepage and bugs before you publish');
    expect(status).toBe(1);
  });

  test('has every file that its documents link to', () => {
    const isPacked = new Set(paths);
    const links = paths
      .filter((path) => path.endsWith('.md'))
      .flatMap((path) =>
        [...readFileSync(join(root, path), 'utf8').matchAll(/\]\((?!https?:)([^)#\s]+)[^)]*\)/g)].map(
          ([, to]) => `${path}: ${posix.join(posix.dirname(path), to!)}`,
        ),
      );
    const isThere = (link: string): boolean => {
      const to = link.slice(link.indexOf(': ') + 2).replace(/\/$/, '');
      return isPacked.has(to) || paths.some((path) => path.startsWith(`${to}/`));
    };
    expect(links.length).toBeGreaterThan(20);
    expect(links.filter((link) => !isThere(link))).toEqual([]);
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

  test.each([
    ['aws-cdk', 'aws-cdk requires aws-cdk-lib and constructs', 'aws-cdk-lib constructs'],
    [
      'gcp-cdktf',
      'gcp-cdktf requires cdktf and @cdktf/provider-google and constructs',
      'cdktf @cdktf/provider-google constructs',
    ],
    ['pulumi', 'pulumi requires @pulumi/pulumi', '@pulumi/pulumi'],
    ['pulumi-aws', 'aws-pulumi requires @pulumi/pulumi and @pulumi/aws', '@pulumi/pulumi @pulumi/aws'],
    ['pulumi-gcp', 'gcp-pulumi requires @pulumi/pulumi and @pulumi/gcp', '@pulumi/pulumi @pulumi/gcp'],
  ])('fails to load %s without its engine, and says what to install', (entry, what, command) => {
    const which = command.includes(' ') ? "which aren't" : "which isn't";
    for (const load of [`require('triptych-iac/${entry}')`, `import('triptych-iac/${entry}')`]) {
      const { status, stderr } = spawnSync(process.execPath, ['-e', load], { cwd: folder, encoding: 'utf8' });
      expect(stderr).toContain(`MissingPackageError: ${what}, ${which} installed: npm install ${command}\n`);
      expect(status).toBe(1);
    }
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
    'triptych-iac/pulumi-aws',
    'triptych-iac/pulumi-gcp',
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

describe('the declarations', () => {
  const reached: readonly (readonly [entry: string, packages: readonly string[]])[] = [
    ['./warm', []],
    ['./secret', []],
    ...Object.entries(packagesOf).map(([name, packages]) => [name === '.' ? '.' : `./${name}`, packages] as const),
  ];
  test.each(reached)('of %s need no other package than those of its engine', (entry, packages) => {
    const installed = join(folder, 'node_modules/triptych-iac');
    const { modules } = closureOf([entries(installed).get(entry)!]);
    const others = [...modules].filter((name) => !packages.some((one) => name === one || name.startsWith(`${one}/`)));
    expect(others).toEqual([]);
  });

  const tsc = join(root, 'node_modules/.bin/tsc');
  const cells: readonly Cell[] = [
    { entry: '.', resolution: 'node10', format: 'commonjs', skipLibCheck: false },
    { entry: 'gcp-cdktf', resolution: 'bundler', format: 'module', skipLibCheck: false },
    { entry: 'pulumi-aws', resolution: 'nodenext', format: 'module', skipLibCheck: true },
    { entry: 'aws-cdk', resolution: 'node16', format: 'commonjs', skipLibCheck: true },
  ];
  test.each(cells.map((cell) => [nameOf(cell), cell] as const))('compile: %s', (_, cell) => {
    expect(compile(folder, tsc, cell)).toBe('');
  });
});
