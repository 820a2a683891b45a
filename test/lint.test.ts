import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(__dirname, '..');

/** A file, what it says, and what lint says of it: undefined for nothing. */
type Case = readonly [file: string, code: string, says?: string];

const cases: readonly Case[] = [
  // Everyone may import the model, which imports nobody.
  ['lib/cli/validate.ts', `import '../model/load';`],
  ['lib/model/load.ts', `import '../settings/context';`, 'lib/model may not import lib/settings'],
  ['lib/model/load.ts', `import 'constructs';`, 'lib/model may not import the engine constructs'],
  ['lib/model/load.ts', `import 'zod';`],
  ['lib/support/function.ts', `import '../cloud/aws/limits';`, 'lib/support may not import lib/cloud'],
  ['lib/settings/pulumi.ts', `import '@pulumi/pulumi';`, 'lib/settings may not import the engine @pulumi/pulumi'],
  ['lib/archive/code.ts', `import '../support/function';`, 'lib/archive may not import lib/support'],
  ['lib/warm.ts', `import './archive/code';`, 'lib/warm may not import lib/archive'],
  ['lib/secret.ts', `import './cloud/name';`, 'lib/secret may not import lib/cloud'],

  // A plan knows a cloud, and no engine.
  ['lib/cloud/aws/function.ts', `import '../../archive/code'; import '../name'; import './grant';`],
  ['lib/cloud/check.ts', `import '../support/judge';`],
  ['lib/cloud/aws/queue.ts', `import '../../support/queue';`, 'lib/cloud may not import lib/support/queue'],
  ['lib/cloud/aws/function.ts', `import '../gcp/function';`, 'lib/cloud/aws may not import lib/cloud/gcp'],
  ['lib/cloud/aws/function.ts', `import '../../render/parts';`, 'lib/cloud may not import lib/render'],
  ['lib/cloud/aws/function.ts', `import type { Stack } from 'aws-cdk-lib';`, 'may not import the engine aws-cdk-lib'],

  // A target knows one cloud and one engine.
  ['lib/render/aws-cdk/api.ts', `import 'aws-cdk-lib/aws-lambda'; import '../parts'; import '../../cloud/aws/api';`],
  ['lib/render/aws-cdk/api.ts', `import '@pulumi/aws';`, 'lib/render/aws-cdk may not import the engine @pulumi/aws'],
  [
    'lib/render/aws-cdk/api.ts',
    `import '../aws-pulumi/api';`,
    'lib/render/aws-cdk may not import lib/render/aws-pulumi',
  ],
  ['lib/render/aws-cdk/api.ts', `import '../../cloud/gcp/api';`, 'what is for aws may not import what is for gcp'],
  ['lib/render/aws-cdk/api.ts', `import '../../facts/api';`, 'lib/render/aws-cdk may not import lib/facts'],
  ['lib/render/gcp-cdktf/api.ts', `import '@cdktf/provider-google/lib/project-service';`],
  ['lib/render/gcp-cdktf/api.ts', `import '@cdktf/provider-google';`, 'import @cdktf/provider-google/lib/<resource>'],
  ['lib/render/gcp-cdktf/api.ts', `import '@cdktf/provider-google-beta/lib/provider';`],
  [
    'lib/render/gcp-cdktf/api.ts',
    `import '@cdktf/provider-google-beta';`,
    'import @cdktf/provider-google-beta/lib/<resource>',
  ],
  ['lib/render/gcp-pulumi/api.ts', `import '@pulumi/gcp'; import '@pulumi/pulumi';`],
  ['lib/render/gcp-pulumi/api.ts', `import '@pulumi/aws';`, 'may not import the engine @pulumi/aws'],
  ['lib/render/parts.ts', `import 'cdktf';`, 'lib/render may not import the engine cdktf'],
  ['lib/render/pulumi-text.ts', `import '@pulumi/pulumi';`],
  ['lib/render/pulumi-text.ts', `import '@pulumi/aws';`, 'lib/render/pulumi may not import the engine @pulumi/aws'],
  ['lib/render/gcp-pulumi/api.ts', `import '../pulumi-text';`],
  ['lib/render/aws-cdk/api.ts', `import '../pulumi-text';`, 'lib/render/aws-cdk may not import what is for Pulumi'],
  ['lib/render/pulumi.ts', `import './aws-pulumi/architecture'; import '@pulumi/pulumi';`],
  ['lib/synth/aws-cdk.ts', `import '../render/aws-cdk'; import 'aws-cdk-lib';`],
  ['lib/synth/aws-cdk.ts', `import '../readback/artefact';`, 'lib/synth may not import lib/readback'],

  // A reader shares nothing with who rendered, and comparison reads no artefact.
  ['lib/readback/aws-cdk/api.ts', `import '../../facts/api'; import '../artefact';`],
  ['lib/readback/aws-cdk/api.ts', `import '../../cloud/aws/api';`, 'lib/readback may not import lib/cloud'],
  ['lib/readback/aws-cdk/api.ts', `import '../../render/aws-cdk/api';`, 'lib/readback may not import lib/render'],
  ['lib/readback/aws-cdk/api.ts', `import '../../support/api';`, 'lib/readback may not import lib/support'],
  ['lib/readback/aws-cdk/api.ts', `import 'aws-cdk-lib';`, 'lib/readback may not import the engine aws-cdk-lib'],
  [
    'lib/readback/aws-cdk/api.ts',
    `import '../gcp-cdktf/api';`,
    'lib/readback/aws-cdk may not import lib/readback/gcp-cdktf',
  ],
  ['lib/facts/api.ts', `import '../cloud/aws/name';`, 'lib/facts may not import lib/cloud'],
  ['lib/equivalence/compare.ts', `import '../facts/api'; import '../support/api';`],
  ['lib/equivalence/compare.ts', `import '../readback/artefact';`, 'lib/equivalence may not import lib/readback'],
  ['lib/cli/synth.ts', `import '../synth/folder'; import '../equivalence/compare';`],
  ['lib/cli/synth.ts', `import '../render/aws-cdk';`, 'lib/cli may not import lib/render'],
  ['lib/cli/verify.ts', `import '../verify/from';`],
  ['lib/verify/from.ts', `import '../synth/manifest'; import '../readback/read';`],
  ['lib/verify/from.ts', `import '../cli/terminal';`, 'lib/verify may not import lib/cli'],
  ['lib/verify/from.ts', `import 'aws-cdk-lib';`, 'lib/verify may not import the engine aws-cdk-lib'],
  ['lib/equivalence/report.ts', `import '../verify/from';`, 'lib/equivalence may not import lib/verify'],
  ['lib/index.ts', `import './model/architecture';`],
  ['lib/index.ts', `import './render/pulumi';`, 'lib may not import lib/render'],

  // Programs and the rest.
  ['bin/triptych.ts', `import '../lib/cli/main';`],
  ['bin/triptych.ts', `import 'aws-cdk-lib';`, 'bin/triptych may not import the engine aws-cdk-lib'],
  ['bin/cdk.ts', `import 'aws-cdk-lib'; import '../lib/render/aws-cdk';`],
  ['cdktf/main.ts', `import 'cdktf'; import '../lib/render/gcp-cdktf';`],
  ['cdktf/main.ts', `import '@pulumi/gcp';`, 'cdktf may not import the engine @pulumi/gcp'],
  ['pulumi/index.ts', `import '@pulumi/aws'; import '../lib/render/pulumi';`],
  ['scripts/start.ts', `import '@pulumi/pulumi';`, 'scripts may not import the engine @pulumi/pulumi'],
  ['lib/cli/synth.ts', `import '../../test/conformance';`, 'lib/cli may not import tests'],
  ['test/conformance.ts', `import '@pulumi/aws'; import '../lib/render/pulumi'; import 'cdktf';`],

  // However a module is named.
  ['lib/readback/pulumi.ts', `export * from '../cloud/part';`, 'lib/readback may not import lib/cloud'],
  ['lib/readback/pulumi.ts', `export { part } from '../cloud/part';`, 'lib/readback may not import lib/cloud'],
  [
    'lib/readback/pulumi.ts',
    `export const part = () => import('../cloud/part');`,
    'lib/readback may not import lib/cloud',
  ],
  [
    'lib/readback/pulumi.ts',
    `export type Part = import('../cloud/part').Part;`,
    'lib/readback may not import lib/cloud',
  ],
  ['lib/readback/pulumi.ts', `export const part = require('../cloud/part');`, 'lib/readback may not import lib/cloud'],
  [
    'lib/readback/pulumi.ts',
    `import part = require('../cloud/part'); part();`,
    'lib/readback may not import lib/cloud',
  ],
  ['lib/readback/pulumi.ts', `import type { Part } from '../cloud/part'; export type P = Part;`, 'lib/cloud'],

  // The style of the house.
  ['lib/model/api.ts', `export enum Method { Get }`, 'use a union of strings'],
  ['lib/model/api.ts', `export interface IApi { a: 1 }`, 'data has no prefix'],
  ['lib/model/api.ts', `export default 1;`, 'export by name'],
  ['lib/model/api.ts', `console.log(1);`, 'Unexpected console statement'],
  ['lib/model/api.ts', `export const a: any = 1;`, 'Unexpected any'],
  ['lib/model/api.ts', `export const a = 1;`],
  ['lib/model/api.ts', Array.from({ length: 221 }, (_, i) => `export const a${i} = 1;`).join('\n'), 'too many lines'],
];

// ESLint's configuration is an ES module, which Jest can't load: another process lints, all cases in one go.
const lint = `
  const { ESLint } = require('eslint');
  const eslint = new ESLint({ cwd: ${JSON.stringify(root)} });
  const cases = JSON.parse(require('node:fs').readFileSync(0, 'utf8'));
  Promise.all(cases.map(([filePath, code]) => eslint.lintText(code, { filePath })))
    .then((all) => console.log(JSON.stringify(all.map(([result]) => result.messages.map(({ message }) => message)))));`;

const messages = JSON.parse(
  execFileSync(process.execPath, ['--eval', lint], { cwd: root, input: JSON.stringify(cases), encoding: 'utf8' }),
) as string[][];

test.each(cases.map((each, index) => [each[0], each[1].slice(0, 100), index] as const))(
  '%s: %s',
  (_file, _code, index) => {
    const says = cases[index]?.[2];
    const said = messages[index] ?? ['nothing was linted'];
    if (says === undefined) expect(said).toEqual([]);
    else expect(said.join('\n')).toContain(says);
  },
);
