import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { CfnFunction } from 'aws-cdk-lib/aws-lambda';
import { main } from '../lib/cli/main';
import { check } from '../lib/cloud/check';
import { load } from '../lib/model/load';
import { resolve } from '../lib/model/resolve';
import { ServerlessArchitecture } from '../lib/render/aws-cdk';
import { stage } from './rendering';

// The README's example is an architecture, and its failing run of `verify` is what that app really gets.

const readme = readFileSync(join(__dirname, '../README.md'), 'utf8');
const blocks = (language: string): string[] =>
  [...readme.matchAll(/^```(\w*)\n([^]*?)^```$/gm)].flatMap(([, of, text]) => (of === language ? [text!] : []));

test('README: the example is a valid architecture on every target', () => {
  const [yaml] = blocks('yaml');
  const { architecture } = resolve(load(stage({ text: yaml! })), [], { checks: check });
  expect(architecture.targets).toHaveLength(4);
});

test('README: verify prints the quoted differences for the quoted change', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'triptych-readme-'));
  const file = join(__dirname, '../examples/provisioned/architecture.node.yaml');
  const app = new App({ outdir: folder });
  const counter = new ServerlessArchitecture(new Stack(app, 'Shop'), 'Counter', { architecture: file });
  const { function: changed } = counter.functions['counter']!;
  changed.addToRolePolicy(new PolicyStatement({ actions: ['dynamodb:*'], resources: ['*'] }));
  (changed.node.defaultChild as CfnFunction).memorySize = 1024;
  app.synth();

  let out = '';
  const spy = jest.spyOn(process.stdout, 'write').mockImplementation((text) => Boolean((out += String(text))));
  try {
    expect(await main(['verify', file, '--from', folder, '--target', 'aws-cdk'])).toBe(1);
  } finally {
    spy.mockRestore();
    rmSync(folder, { recursive: true, force: true });
  }
  const quoted = blocks('').find((block) => block.includes('--from cdk.out'))!;
  const [command, ...lines] = quoted.trimEnd().split('\n');
  expect(command).toBe('$ triptych verify architecture.yaml --from cdk.out --target aws-cdk');
  expect(out).toContain(`${lines.join('\n')}\n`);
  expect(readme).toContain("actions: ['dynamodb:*'], resources: ['*']");
  expect(readme).toContain('.memorySize = 1024;');
});
