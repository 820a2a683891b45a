import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { allExamples } from '../examples';
import { stage, temporaryFolder, type Written } from '../rendering';
import { engineVariables } from './variables';

const root = join(__dirname, '../..');
const example: Written = allExamples.orders;

/** Files that are rendered in a process with some variables, by path. */
function renderedWith(variables: Readonly<Record<string, string>>, file: string): Record<string, string> {
  const folder = temporaryFolder();
  const asked = ['orders', file, JSON.stringify(example.parameters ?? {})].join('|');
  const { PATH = '', HOME = '' } = process.env;
  const program = [join(root, 'node_modules/tsx/dist/cli.mjs'), join(__dirname, 'render-all.ts'), folder, asked];
  execFileSync(process.execPath, program, {
    cwd: root,
    env: { PATH, HOME, CDK_VALIDATION: 'false', ...variables },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    entries
      .map(({ parentPath, name }) => join(parentPath, name))
      .map((path) => [path.slice(folder.length + 1), readFileSync(path).toString('base64')]),
  );
}

/** Context with which CDK renders other templates, and CDKTF other names. */
const context = {
  'aws:cdk:enable-path-metadata': false,
  'aws:cdk:enable-asset-metadata': true,
  'aws:cdk:version-reporting': true,
  '@aws-cdk/aws-iam:minimizePolicies': false,
  '@aws-cdk/core:newStyleStackSynthesis': false,
  excludeStackIdFromLogicalIds: 'true',
  allowSepCharsInLogicalIds: 'true',
};

/** Variables that start Node in another way, or are needed to start it at all. */
const ofNode = ['PATH', 'HOME', 'NODE_OPTIONS', 'CDK_VALIDATION'];

describe("the engines' own environment variables change no byte", () => {
  const names = engineVariables().filter((name) => !ofNode.includes(name));
  const file = stage(example);
  let plain: Record<string, string>;
  beforeAll(() => {
    plain = renderedWith({}, file);
  });

  test('all of them are known', () => {
    expect(names).toEqual(
      expect.arrayContaining(['CDK_CONTEXT_JSON', 'CDK_DEBUG', 'CDK_OUTDIR', 'CDKTF_CONTEXT_JSON']),
    );
    expect(names).toEqual(
      expect.arrayContaining(['PULUMI_NODEJS_SKIP_COMPONENT_INPUTS', 'GOOGLE_REGION', 'JSII_DEBUG']),
    );
    expect(names.length).toBeGreaterThan(50);
  });

  test.each([
    ['true', {}],
    ['1', { CDK_APP_MODE: 'process', CDKTF_TARGET_STACK_ID: 'orders' }],
    ['/nonexistent/x', { NODE_OPTIONS: '--stack-trace-limit=50' }],
    [JSON.stringify(context), {}],
  ])('all are %s', (value, more) => {
    const json = Object.fromEntries(
      names.map((name) => [name, /JSON$|^PULUMI_CONFIG/.test(name) ? JSON.stringify(context) : value]),
    );
    const rendered = renderedWith({ ...json, ...more }, file);
    const different = Object.keys({ ...plain, ...rendered }).filter((path) => plain[path] !== rendered[path]);
    expect(different).toEqual([]);
  });
});
