import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { main } from '../../lib/cli/main';
import type { Report } from '../../lib/equivalence/report';
import { pathsBeside } from '../../lib/synth/beside';
import { besideOfEnded } from '../ended';

const architecture = 'examples/provisioned/architecture.node.yaml';
let folder: string;
let said: { out: string; err: string };

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'triptych-cli-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(...args: string[]): Promise<number> {
  said = { out: '', err: '' };
  const out = jest.spyOn(process.stdout, 'write').mockImplementation((text) => Boolean((said.out += String(text))));
  const err = jest.spyOn(process.stderr, 'write').mockImplementation((text) => Boolean((said.err += String(text))));
  try {
    return await main(args);
  } finally {
    out.mockRestore();
    err.mockRestore();
  }
}

describe('synth', () => {
  test('writes one folder per target, and a manifest', async () => {
    const out = join(folder, 'all');
    expect(await run('synth', architecture, '--out', out, '--param', 'provisionedConcurrency=2', '--json')).toBe(0);
    const manifest = {
      version: 1,
      architecture: 'provisioned-node',
      parameters: { provisionedConcurrency: 2 },
      env: null,
      targets: ['aws-cdk', 'gcp-cdktf', 'aws-pulumi', 'gcp-pulumi'],
      withoutCode: {},
    };
    expect(JSON.parse(readFileSync(join(out, 'triptych.json'), 'utf8'))).toEqual(manifest);
    expect(JSON.parse(said.out)).toEqual({ ...manifest, written: manifest.targets.map((target) => join(out, target)) });
    expect(readdirSync(out).sort()).toEqual([...manifest.targets, 'triptych.json'].sort());
    expect(existsSync(join(out, 'gcp-cdktf/stacks/provisioned-node/cdk.tf.json'))).toBe(true);
  });

  test('restores the folder that a killed process moved away, and deletes its temporary folders', async () => {
    const place = mkdtempSync(join(tmpdir(), 'triptych-killed-'));
    const out = join(place, 'out');
    expect(await run('synth', architecture, '--out', out, '--target', 'gcp-cdktf')).toBe(0);
    const state = 'gcp-cdktf/stacks/provisioned-node/terraform.tfstate';
    writeFileSync(join(out, state), '{}');
    const { old, new: fresh } = besideOfEnded(out);
    renameSync(out, old);
    mkdirSync(fresh);
    // What belongs to someone else, or to someone who isn't done, stays.
    const others = [pathsBeside(out).new, pathsBeside(out).old, besideOfEnded(join(place, 'other')).new].map((path) =>
      basename(path),
    );
    others.push('.out-backup', `${basename(fresh).slice(0, -5)}x.new`);
    for (const name of others) mkdirSync(join(place, name));
    expect(await run('synth', architecture, '--out', out, '--target', 'gcp-cdktf')).toBe(0);
    expect(readFileSync(join(out, state), 'utf8')).toBe('{}');
    expect(readdirSync(place).sort()).toEqual([...others, 'out'].sort());
    rmSync(place, { recursive: true });
  });

  test('verify --from: accepts its output, with the parameters of the manifest', async () => {
    expect(await run('verify', architecture, '--from', join(folder, 'all'), '--json')).toBe(0);
    const report = JSON.parse(said.out) as Report;
    expect(report).toMatchObject({ equivalent: true, differences: [], refusals: [], accepted: [] });
    expect(report.approximations).toContainEqual({
      target: 'gcp-cdktf',
      path: 'tables.counter.partitionKey',
      reason: expect.stringMatching(/.+: .+/) as string,
    });
  });

  test('verify --from: prints the verdict, the matrix, then approximations by reason', async () => {
    expect(await run('verify', architecture, '--from', join(folder, 'all'))).toBe(0);
    const blocks = said.out.trimEnd().split('\n\n');
    expect(blocks[0]).toMatch(/^provisioned-node: equivalent on aws-cdk, .*; \d+ fields approximated$/);
    expect(blocks[1]).toMatch(/^element .*\nfoundation /);
    expect(blocks.slice(2).map((block) => block.split('\n')[0])).toEqual([
      'Approximated on aws-cdk, aws-pulumi:',
      'Approximated on gcp-cdktf, gcp-pulumi:',
    ]);
    expect(said.out).not.toContain('\u001b');
    expect(await run('verify', architecture, '--from', join(folder, 'all'), '--verbose')).toBe(0);
    expect(said.out).not.toContain('--verbose');
  });

  test('verify --from: fails for a changed artifact and shows only that change', async () => {
    const file = join(folder, 'all/aws-pulumi/resources.json');
    const before = readFileSync(file, 'utf8');
    writeFileSync(file, before.replace('"memorySize": 256', '"memorySize": 512'));
    try {
      expect(await run('verify', architecture, '--from', join(folder, 'all'), '--json')).toBe(1);
      expect((JSON.parse(said.out) as Report).differences).toEqual([
        { target: 'aws-pulumi', path: 'functions.counter.memoryMiB', expected: 256, actual: 512 },
      ]);
      expect(await run('verify', architecture, '--from', join(folder, 'all'))).toBe(1);
      expect(said.out).toMatch(/^provisioned-node: 1 difference on aws-pulumi\n\nelement /);
      expect(said.out).toContain('aws-pulumi  functions.counter.memoryMiB: expected 256, got 512');
    } finally {
      writeFileSync(file, before);
    }
  });

  test('verify --from: fails if a flag contradicts the manifest', async () => {
    const all = join(folder, 'all');
    expect(await run('verify', architecture, '--from', all, '--param', 'provisionedConcurrency=3')).toBe(2);
    expect(said.err).toContain('--param provisionedConcurrency=3: contradicts triptych.json');
  });

  const withManifest = async <T>(changes: object, use: () => Promise<T>): Promise<T> => {
    const file = join(folder, 'all/triptych.json');
    const before = readFileSync(file, 'utf8');
    writeFileSync(file, JSON.stringify({ ...(JSON.parse(before) as object), ...changes }));
    try {
      return await use();
    } finally {
      writeFileSync(file, before);
    }
  };

  test('verify --from: fails if the manifest names another architecture', () =>
    withManifest({ architecture: 'other' }, async () => {
      expect(await run('verify', architecture, '--from', join(folder, 'all'))).toBe(1);
      expect(said.err).toContain('triptych.json: architecture: must be provisioned-node, the name in examples/');
    }));

  test('verify --from: fails if the manifest leaves out code that is there', () =>
    withManifest({ withoutCode: { 'aws-cdk': ['counter'] } }, async () => {
      expect(await run('verify', architecture, '--from', join(folder, 'all'), '--json')).toBe(1);
      const paths = (JSON.parse(said.out) as Report).differences.map(({ target, path }) => `${target} ${path}`);
      expect(paths).toEqual(['aws-cdk functions.counter.code.sha256', 'aws-cdk withoutCode']);
    }));

  test('verify --from: lists files of your own as not judged, and reports all others', async () => {
    const [kept, evil] = ['cdk.context.json', 'evil.template.json'].map((name) => join(folder, 'all/aws-cdk', name));
    writeFileSync(kept!, '{}');
    try {
      expect(await run('verify', architecture, '--from', join(folder, 'all'))).toBe(0);
      expect(said.out).toContain('\n\nNot judged, files of your own: aws-cdk/cdk.context.json\n');
      expect(await run('verify', architecture, '--from', join(folder, 'all'), '--json')).toBe(0);
      expect((JSON.parse(said.out) as Report).unjudged).toEqual(['aws-cdk/cdk.context.json']);
      writeFileSync(evil!, '{}');
      expect(await run('verify', architecture, '--from', join(folder, 'all'), '--json')).toBe(1);
      expect((JSON.parse(said.out) as Report).differences).toEqual([
        { target: 'aws-cdk', path: '!evil.template.json', actual: 'a file', resource: 'evil.template.json' },
      ]);
    } finally {
      rmSync(kept!, { force: true });
      rmSync(evil!, { force: true });
    }
  });

  test('facts: shows its output in the terms of the model', async () => {
    expect(await run('facts', join(folder, 'all'), '--json')).toBe(0);
    const facts = JSON.parse(said.out) as Record<string, { functions: { counter: unknown }; unrecognized: unknown[] }>;
    expect(Object.keys(facts)).toEqual(['aws-cdk', 'gcp-cdktf', 'aws-pulumi', 'gcp-pulumi']);
    expect(facts['gcp-pulumi']!.functions.counter).toMatchObject({
      environment: { COUNTER_TABLE: '${tables.counter.name}' },
      uses: { 'tables.counter': 'readwrite' },
      coldStart: { dynamic: { min: 2, max: 100 } },
    });
    for (const { unrecognized } of Object.values(facts)) expect(unrecognized).toEqual([]);
  });

  test('replaces its output with the requested targets only', async () => {
    const out = join(folder, 'all');
    expect(await run('synth', architecture, '--out', out, '--target', 'gcp-cdktf')).toBe(0);
    expect(readdirSync(out).sort()).toEqual(['gcp-cdktf', 'triptych.json']);
    expect(readdirSync(folder)).toEqual(['all']);
  });

  test('keeps a Terraform state in the folder', async () => {
    const state = join(folder, 'all/gcp-cdktf/stacks/provisioned-node/terraform.provisioned-node.tfstate');
    writeFileSync(state, '{ "serial": 3 }');
    expect(await run('synth', architecture, '--out', join(folder, 'all'), '--target', 'gcp-cdktf')).toBe(0);
    expect(readFileSync(state, 'utf8')).toBe('{ "serial": 3 }');
    expect(await run('verify', architecture, '--from', join(folder, 'all'))).toBe(0);
  });

  test('fails if a Terraform state would be lost', async () => {
    expect(await run('synth', architecture, '--out', join(folder, 'all'), '--target', 'aws-cdk')).toBe(1);
    expect(said.err).toContain('provisioned-node.tfstate, the state of a Terraform deployment: choose another folder');
    expect(readdirSync(join(folder, 'all')).sort()).toEqual(['gcp-cdktf', 'triptych.json']);
  });

  test('fails without changes if the folder has other content', async () => {
    const out = join(folder, 'foreign');
    mkdirSync(out);
    writeFileSync(join(out, 'notes.txt'), 'mine');
    expect(await run('synth', architecture, '--out', out, '--target', 'gcp-cdktf')).toBe(1);
    expect(said.err).toContain('foreign: contains files that triptych synth didn');
    expect(readFileSync(join(out, 'notes.txt'), 'utf8')).toBe('mine');
  });

  test.each(['{}', '{ "version": 99, "targets": [] }', 'null', 'not JSON'])(
    'fails for a triptych.json of somebody else: %s',
    async (text) => {
      const out = join(folder, 'editor');
      mkdirSync(out, { recursive: true });
      writeFileSync(join(out, 'triptych.json'), text);
      expect(await run('synth', architecture, '--out', out, '--target', 'gcp-cdktf')).toBe(1);
      expect(readFileSync(join(out, 'triptych.json'), 'utf8')).toBe(text);
    },
  );

  test('writes to the target of a link, with permissions by the umask', async () => {
    const real = join(folder, 'real');
    mkdirSync(real);
    symlinkSync(real, join(folder, 'link'));
    expect(await run('synth', architecture, '--out', join(folder, 'link'), '--target', 'gcp-cdktf')).toBe(0);
    expect(readdirSync(real).sort()).toEqual(['gcp-cdktf', 'triptych.json']);
    expect(statSync(real).mode & 0o777).toBe(0o777 & ~process.umask());
    symlinkSync(join(folder, 'nowhere'), join(folder, 'dangling'));
    expect(await run('synth', architecture, '--out', join(folder, 'dangling'), '--target', 'gcp-cdktf')).toBe(1);
    expect(said.err).toContain('dangling: is a broken link');
  });

  test('fails for a folder inside the code of a function', async () => {
    const out = 'examples/provisioned/node/out';
    expect(await run('synth', architecture, '--out', out, '--target', 'gcp-cdktf')).toBe(1);
    expect(said.err).toContain('is inside examples/provisioned/node, which contains code');
    expect(existsSync(out)).toBe(false);
  });

  test.each(['examples/provisioned', 'examples', 'examples/provisioned/node'])(
    'fails to replace %s, which the architecture needs',
    async (out) => {
      expect(await run('synth', architecture, '--out', out, '--target', 'gcp-cdktf')).toBe(1);
      expect(said.err).toContain('choose another folder');
      expect(existsSync(architecture)).toBe(true);
    },
  );

  test.each(['.', '..'])('fails to replace %s, where the shell is', async (up) => {
    const here = process.cwd();
    const away = join(folder, 'away', 'here');
    mkdirSync(away, { recursive: true });
    process.chdir(away);
    try {
      expect(await run('synth', join(here, architecture), '--out', up, '--target', 'gcp-cdktf')).toBe(1);
      expect(said.err).toContain('is the working folder or above it: choose a folder in it');
      expect(existsSync(away)).toBe(true);
    } finally {
      process.chdir(here);
    }
  });

  test('fails without output for an invalid architecture', async () => {
    const file = join(folder, 'wrong.yaml');
    writeFileSync(file, 'name: wrong\nfunctions:\n  a: { runtime: cobol }\n');
    const out = join(folder, 'wrong');
    expect(await run('synth', file, '--out', out)).toBe(1);
    expect(said.err).toContain('wrong.yaml:3:17: functions.a.runtime:');
    expect(existsSync(out)).toBe(false);
    rmSync(file);
  });

  test('fails for code that is not built, except with --without-code', async () => {
    const out = join(folder, 'unbuilt');
    const dotnet = 'examples/provisioned/architecture.yaml';
    expect(await run('synth', dotnet, '--out', out, '--target', 'aws-cdk')).toBe(1);
    expect(existsSync(out)).toBe(false);
    expect(await run('synth', dotnet, '--out', out, '--target', 'aws-cdk', '--without-code')).toBe(0);
    expect(said.out).toContain('without the code of counter (not deployable)');
    expect(await run('verify', dotnet, '--from', out)).toBe(0);
  });
});

describe('facts', () => {
  test.each([
    ['a folder that is not there', 'nowhere', 'no such folder'],
    ['a folder without artefacts', 'examples/web', 'contains no artifacts of CDK, CDKTF or Pulumi'],
  ])('fails for %s', async (_, place, says) => {
    expect(await run('facts', place)).toBe(1);
    expect(said.err).toContain(says);
  });
});
