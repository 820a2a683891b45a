import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { main } from '../../lib/cli/main';
import { printable } from '../../lib/model/printable';

// Nothing that controls a terminal reaches it: not from artifacts, names of files, flags or engines.

const hostile = '\u001b[31mred\u001b]0;title\u0007\r\n\u0085\u009b2J\u200b\u202egnp.\u2066\u2028\u007f\u{e0041}';
const inPath = hostile.replaceAll('/', '');
// Line breaks are ours. Nothing else that `hostile` holds may appear.
const controls = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;

const architecture = 'examples/provisioned/architecture.node.yaml';
let folder: string;
let artifacts: string;

async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' };
  const spies = [
    jest.spyOn(process.stdout, 'write').mockImplementation((text) => Boolean((said.out += String(text)))),
    jest.spyOn(process.stderr, 'write').mockImplementation((text) => Boolean((said.err += String(text)))),
  ];
  try {
    return { code: await main(args), ...said };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

/** Lines of which a text from outside must not be the beginning of one. */
const linesOf = (text: string): string[] => text.split('\n');

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'triptych-test-'));
  artifacts = join(folder, 'out');
  expect((await run('synth', architecture, '--out', artifacts)).code).toBe(0);
  // A resource with a hostile id and hostile properties on every engine.
  const change = (file: string, edit: (document: Record<string, object>) => void) => {
    const document = JSON.parse(readFileSync(join(artifacts, file), 'utf8')) as Record<string, object>;
    edit(document);
    writeFileSync(join(artifacts, file), JSON.stringify(document));
  };
  change('aws-cdk/provisioned-node.template.json', ({ Resources }) =>
    Object.assign(Resources!, { [hostile]: { Type: `AWS::${hostile}`, Properties: { [hostile]: hostile } } }),
  );
  change('gcp-cdktf/stacks/provisioned-node/cdk.tf.json', ({ resource }) =>
    Object.assign(resource!, { [`google_${hostile}`]: { [hostile]: { [hostile]: hostile } } }),
  );
  for (const target of ['aws-pulumi', 'gcp-pulumi']) {
    change(`${target}/resources.json`, ({ resources }) => {
      const [first] = resources as unknown as Record<string, unknown>[];
      (resources as unknown[]).push({
        ...first,
        urn: `urn:pulumi:dev::a::b$${hostile}::${hostile}`,
        type: hostile,
        name: hostile,
      });
      first!['inputs'] = { [hostile]: hostile };
    });
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

const forTargets = ['aws-cdk', 'gcp-cdktf', 'aws-pulumi', 'gcp-pulumi'];

test.each(forTargets)('verify prints no control characters from %s', async (target) => {
  const { code, out, err } = await run('verify', architecture, '--from', artifacts, '--target', target, '--verbose');
  expect(code).toBe(1);
  expect(out + err).toContain('\\u001b[31mred');
  expect(out + err).not.toMatch(controls);
  expect(linesOf(out + err).filter((line) => /^\s*(?:title|2J|gnp|png)/.test(line))).toEqual([]);
});

test.each(forTargets)('verify --json escapes them for %s, and keeps the values', async (target) => {
  const { out } = await run('verify', architecture, '--from', artifacts, '--target', target, '--json');
  expect(out).not.toMatch(controls);
  expect(out).toContain('\\u202e');
  expect(JSON.stringify(JSON.parse(out))).toContain('\u202egnp');
});

test('facts prints none as YAML and as JSON, and both are read back as the same', async () => {
  const asYaml = await run('facts', artifacts);
  const asJson = await run('facts', artifacts, '--json');
  expect([asYaml.code, asJson.code]).toEqual([0, 0]);
  for (const { out, err } of [asYaml, asJson]) {
    expect(out + err).not.toMatch(controls);
    expect(out).toContain('\\u202e');
  }
  expect(parse(asYaml.out)).toEqual(JSON.parse(asJson.out));
});

test.each<[what: string, ...args: string[]]>([
  ['an unknown command', hostile],
  ['an unknown flag', 'validate', `--${hostile}`],
  ['a file that is not there', 'validate', `${inPath}.yaml`],
  ['a file of another kind', 'validate', inPath],
  ['an unknown target', 'validate', architecture, '--target', hostile],
  ['an unknown parameter', 'validate', architecture, '--param', `${hostile}=1`],
  ['a parameter of another type', 'validate', architecture, '--param', `provisionedConcurrency=${hostile}`],
  ['an unknown element', 'explain', architecture, hostile],
  ['a price', 'explain', architecture, '--price', hostile],
  ['a folder that is not there', 'facts', inPath],
  ['a folder to read from', 'verify', architecture, '--from', inPath],
  ['a folder to write to', 'synth', architecture, '--out', `package.json/${inPath}`],
  ['an argument', 'support', hostile],
  ['an environment', 'validate', architecture, '--env', hostile],
])('an error about %s shows it escaped, in one line', async (_, ...args) => {
  const { code, out, err } = await run(...args);
  expect(code).toBeGreaterThan(0);
  expect(out + err).not.toMatch(controls);
  const about = linesOf(err).filter((line) => line !== '' && !line.includes(': warning: '));
  expect(about).toHaveLength(1);
});

test('the names of folders and files are printed escaped', async () => {
  const place = join(folder, `place ${inPath}`);
  mkdirSync(place);
  cpSync(architecture, join(place, 'a.yaml'));
  const flags = ['--without-code', '--target', 'gcp-cdktf'];
  const results = [
    await run('synth', join(place, 'a.yaml'), '--out', join(place, 'out'), ...flags),
    await run('validate', join(place, 'a.yaml'), ...flags),
    await run('explain', join(place, 'a.yaml'), ...flags),
    await run('verify', join(place, 'a.yaml'), ...flags),
  ];
  for (const { code, out, err } of results) {
    expect({ code, err }).toEqual({ code: 0, err: expect.not.stringMatching(controls) as string });
    expect(out).not.toMatch(controls);
  }
});

test('printable: leaves letters, marks and pictures as they are', () => {
  const text = 'größe 名前 नमस्ते e\u0301 🙂 a\\b';
  expect(printable(text)).toBe(text);
  expect(printable('a\nb\u2028c\ud800')).toBe('a\\u000ab\\u2028c\\ud800');
});
