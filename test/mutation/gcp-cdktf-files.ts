import { mkdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { adding, replacing, seesFiles, type FileCase } from './beside-document';

const stack = 'stacks/polyglot';
const evil = '{"output":{"evil":{"value":1}}}';

/** Files that Terraform or OpenTofu loads, or that a command of CDKTF follows. */
const added: readonly FileCase[] = [
  ...['evil.tf', 'evil.tf.json', 'override.tf', 'override.tf.json', 'x_override.tf', 'evil.tofu', 'cdk.tofu.json'],
  ...['.terraformrc', 'evil.tftest.hcl', 'tfplan'],
].map((name): FileCase => [`the file ${name}`, adding(`${stack}/${name}`, evil), [`!${stack}/${name}`]]);

const cases: readonly FileCase[] = [
  ...added,
  ['values of other variables', adding(`${stack}/x.auto.tfvars.json`, '{"other":1}'), [`!${stack}/x.auto.tfvars.json`]],
  [
    'values that are no plain ones',
    adding(`${stack}/terraform.tfvars`, 'project = [1]'),
    [`!${stack}/terraform.tfvars`],
  ],
  ['a second stack', adding('stacks/evil/cdk.tf.json', evil), ['!stacks/evil']],
  ['a mirror of providers', adding(`${stack}/terraform.d/plugins/x`), [`!${stack}/terraform.d`]],
  ['a module', adding(`${stack}/modules/m/main.tf`), [`!${stack}/modules`]],
  ['an archive that nothing uses', adding(`${stack}/assets/evil.zip`), [`!${stack}/assets/evil.zip`]],
  [
    'a manifest that names another document',
    replacing('manifest.json', `${stack}/cdk.tf.json`, `${stack}/evil.tf.json`),
    ['!manifest.json'],
  ],
  [
    'a manifest with a stack twice',
    replacing('manifest.json', '"stacks"', '"stacks": {}, "stacks"'),
    ['!manifest.json'],
  ],
  ['no manifest', (folder) => rmSync(join(folder, 'manifest.json')), ['!manifest.json']],
  ['resources twice', replacing(`${stack}/cdk.tf.json`, '"resource"', '"resource": {}, "resource"'), ['refused']],
  [
    'a link in place of the document',
    (folder) => {
      renameSync(join(folder, stack, 'cdk.tf.json'), join(folder, stack, 'evil'));
      symlinkSync('evil', join(folder, stack, 'cdk.tf.json'));
    },
    ['refused'],
  ],
  [
    'a folder in place of the document',
    (folder) => {
      rmSync(join(folder, stack, 'cdk.tf.json'));
      mkdirSync(join(folder, stack, 'cdk.tf.json'));
    },
    ['refused'],
  ],
  ['a link to another folder', (folder) => symlinkSync('/etc', join(folder, stack, 'evil')), [`!${stack}/evil`]],
];

const names = [
  'evil.tf',
  'evil.tf.json',
  'override.tf',
  'override.tf.json',
  'x_override.tf',
  'evil.tofu',
  'cdk.tofu.json',
];
const touched = [
  ...[...names, '.terraformrc', 'evil.tftest.hcl', 'tfplan', 'x.auto.tfvars.json', 'terraform.tfvars', 'terraform.d'],
  ...['modules', 'assets/evil.zip', 'cdk.tf.json', 'evil'],
].map((name) => `${stack}/${name}`);

/** Makes each change of the files beside a Terraform stack on its own. */
export const seesFilesBesideStack = (): void =>
  seesFiles('gcp-cdktf', cases, [...touched, 'stacks/evil', 'manifest.json']);
