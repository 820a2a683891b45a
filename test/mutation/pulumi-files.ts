import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { Target } from '../../lib/model/target';
import { adding, replacing, seesFiles, type FileCase } from './beside-document';

const document = 'resources.json';
const added = ['Pulumi.yaml', 'Pulumi.dev.yaml', 'index.ts', 'package.json', 'evil.zip', 'assets/evil.zip'];
const folders = ['node_modules/evil/index.js', '.pulumi/stacks/x.json'];

const cases: readonly FileCase[] = [
  ...added.map((path): FileCase => [`the file ${path}`, adding(path), [`!${path}`]]),
  ...folders.map((path): FileCase => [`the file ${path}`, adding(path), [`!${path.split('/')[0]}`]]),
  ['a link', (folder) => symlinkSync('/etc/passwd', join(folder, 'evil')), ['!evil']],
  ['another project', replacing(document, '"project": "polyglot"', '"project": "evil"'), [`!${document}.project`]],
  ['another stack', replacing(document, '"stack": "dev"', '"stack": "prod"'), [`!${document}.stack`]],
  ['a key that nobody knows', replacing(document, '"project":', '"evil": 1, "project":'), [`!${document}.evil`]],
  ['resources twice', replacing(document, '"resources":', '"resources": [], "resources":'), ['refused']],
];

/** Makes each change of the files beside a recording on its own. */
export const seesFilesBesideRecording = (target: Target): void =>
  seesFiles(target, cases, [...added, 'node_modules', '.pulumi', 'evil', document]);
