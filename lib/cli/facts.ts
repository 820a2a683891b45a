import { Document, Scalar, visit } from 'yaml';
import { isHidden, printableLines } from '../model/printable';
import { factsFrom } from '../verify/facts';
import { appHelp, appOptions, askedOfApp, type AppValues } from './app-flags';
import { oneWord, parse, targetsIn, targetOption, type Command } from './command';
import { print, printJson } from './terminal';

export const facts: Command = {
  summary: 'read artifacts back and show them in the terms of the model',
  help: `triptych facts DIR [--path P] [--json]

Reads the artifacts in a folder and shows them in the terms of the model, as YAML.
DIR was written by triptych synth, or is the output of your own app: a cloud assembly (cdk.out),
a CDKTF output (cdktf.out), a Pulumi project, or a folder with Pulumi's resources.json.
If an app has several architectures, the facts of each are below its path.
Properties and files that no reader understands are listed under unrecognized.

  --target T       only this target, of a folder with several
${appHelp}
  --json           print JSON

  triptych synth examples/web/architecture.yaml && triptych facts triptych.out
  triptych facts cdk.out --path Prod/ShopStack`,
  async run(args) {
    const { values, positionals } = parse(args, { ...appOptions, ...targetOption, json: { type: 'boolean' } });
    const { json, target } = values as { json?: boolean; target?: string[] };
    const folder = oneWord(positionals, 'DIR');
    const read = await factsFrom(folder, { targets: targetsIn(target), ...askedOfApp(values as AppValues) });
    if (json) printJson(read);
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
