import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Document, Scalar, visit } from 'yaml';
import { isHidden, printableLines } from '../model/printable';
import type { Target } from '../model/target';
import { ArtefactError } from '../readback/error';
import { readFacts } from '../readback/read';
import { recoverFolder } from '../synth/beside';
import { manifestFile } from '../synth/manifest';
import { openSynthesized } from '../verify/synthesized';
import { targetOf } from '../verify/target-of';
import { oneWord, parse, type Command } from './command';
import { print, printJson } from './terminal';

export const facts: Command = {
  summary: 'read artifacts back and show them in the terms of the model',
  help: `triptych facts DIR [--json]

Reads the artifacts in a folder and shows them in the terms of the model, as YAML.
DIR was written by triptych synth, or is a cloud assembly (cdk.out), a CDKTF output (cdktf.out),
or a folder with Pulumi's resources.json.
Properties and files that no reader understands are listed under unrecognized.

  --json           print JSON

  triptych synth examples/web/architecture.yaml && triptych facts triptych.out`,
  run(args) {
    const { values, positionals } = parse(args, { json: { type: 'boolean' } });
    const folder = oneWord(positionals, 'DIR');
    const read = Object.fromEntries(placesIn(folder).map(({ target, place }) => [target, readFacts(place, target)]));
    if (values.json) printJson(read);
    else print(yamlOf(read));
    return 0;
  },
};

/** YAML in which every text that could control a terminal stands in quotes, with escapes that YAML reads back. */
function yamlOf(value: unknown): string {
  const document = new Document(JSON.parse(JSON.stringify(value)));
  visit(document, {
    Scalar: (_, scalar) => {
      if (typeof scalar.value === 'string' && isHidden(scalar.value)) scalar.type = Scalar.QUOTE_DOUBLE;
    },
  });
  // `\\U` holds a character beyond the first 65,536: YAML has no halves of characters.
  return printableLines(document.toString().trimEnd(), (character) => {
    const hex = character.codePointAt(0)!.toString(16);
    return hex.length > 4 ? `\\U${hex.padStart(8, '0')}` : `\\u${hex.padStart(4, '0')}`;
  });
}

/** The targets whose artifacts are in a folder, each with its place. */
function placesIn(folder: string): { target: Target; place: string }[] {
  recoverFolder(folder);
  if (!existsSync(folder)) throw new ArtefactError(folder, 'no such folder');
  if (existsSync(join(folder, manifestFile))) {
    const { manifest, placeOf } = openSynthesized(folder);
    return manifest.targets.map((target) => ({ target, place: placeOf(target) }));
  }
  const target = targetOf(folder);
  if (!target) throw new ArtefactError(folder, 'contains no artifacts of CDK, CDKTF or Pulumi');
  return [{ target, place: folder }];
}
