import { filesOf, isVersion, misassembled } from './assembly';
import { instructionsIn } from './construct-metadata';
import { readDocument, type Json } from './document';
import type { Folder } from './folder';
import type { Unrecognized } from './resource';

/** The file that marks a folder as an assembly, and repeats the version of the manifest. Nothing needs it. */
const marker = 'cdk.out';

/** The differences between an assembly with one stack and a right one, in all files but the template and the assets. */
export function besideTemplate(folder: Folder, stack: string, manifest: Json, template: string): Unrecognized[] {
  // CDK's own remarks on the templates, written if `CDK_VALIDATION` asks for them. `cdk` only shows them.
  folder.claim('validation-report.json');
  folder.keep((path) => path === 'cdk.context.json', 'only the synthesis of an app reads it');
  folder.keep((path) => path === '.cache', 'cdk packs folders there before it uploads them, and no asset is a folder');
  folder.keep((path) => /^(?:synth|read\.\d+\.\d+)\.lock$/.test(path), 'a run of cdk leaves its lock if it is ended');
  const { metadata } = filesOf(stack);
  const described = folder.claim(metadata);
  return [
    ...misassembled(stack, manifest, folder.sha256(template)),
    ...instructionsIn(described && readDocument(described), metadata),
    ...mismarked(folder.claim(marker)),
  ];
}

function mismarked(file: string | undefined): Unrecognized[] {
  if (file === undefined) return [];
  const value = readDocument(file);
  const isRight = isVersion(value['version']) && Object.keys(value).length === 1;
  return isRight ? [] : [{ resource: marker, path: [], value }];
}
