import { factsFrom } from '../verify/facts';
import { appHelp, appOptions, askedOfApp, type AppValues } from './app-flags';
import { environmentIn, oneWord, parse, targetsIn, targetOption, type Command } from './command';
import { print, printJson } from './terminal';
import { yamlOf } from './yaml';

export const facts: Command = {
  summary: 'read artifacts back and show them in the terms of the model',
  help: `triptych facts DIR [--path P] [--json]

Reads the artifacts in a folder and shows them in the terms of the model, as YAML.
DIR was written by triptych synth, or is the output of your own app: a cloud assembly (cdk.out),
a CDKTF output (cdktf.out), a Pulumi project, or a folder with Pulumi's resources.json.
If an app has several architectures, the facts of each are below its path.
Properties and files that no reader understands are listed under unrecognized.

  --target T       only this target, of a folder with several
  --env E          of an app, only the architectures of this environment
${appHelp}
  --json           print JSON

  triptych synth examples/web/architecture.yaml && triptych facts triptych.out
  triptych facts cdk.out --path Prod/ShopStack`,
  async run(args) {
    const { values, positionals } = parse(args, {
      ...appOptions,
      ...targetOption,
      env: { type: 'string' },
      json: { type: 'boolean' },
    });
    const { json, target, env } = values as { json?: boolean; target?: string[]; env?: string };
    const folder = oneWord(positionals, 'DIR');
    const read = await factsFrom(folder, {
      targets: targetsIn(target),
      env: environmentIn(env),
      ...askedOfApp(values as AppValues),
    });
    if (json) printJson(read);
    else print(yamlOf(read));
    return 0;
  },
};
