import { reportData } from '../equivalence/report';
import { formatLeftOut, formatVerified } from '../verify/format';
import { verifyFresh, verifyFrom, type FreshRequest, type Verified } from '../verify/verify';
import { appHelp, appOptions, askedOfApp, type AppValues } from './app-flags';
import { oneWord, parseCommand, sharedHelp, type ArchitectureFlags, type Command } from './command';
import { maySkipCode, requestOf, warn } from './open';
import { UsageError } from './usage';
import { coloursFor, print, printError, printJson, Progress } from './terminal';

export const verify: Command = {
  summary: 'render, read the artifacts back, and compare them with the model',
  help: `triptych verify FILE
       triptych verify [FILE] --from DIR [--path P]

Renders an architecture, reads the artifacts back, and compares every target with the model.
Needs no account and deploys nothing.

Prints the verdict, then a matrix of elements and targets:
  = equal      the artifacts match the model
  ~ approx     a field is rendered differently; the list below the matrix gives the reasons
  ! differs    the artifacts contradict the model
Differences follow, then approximations, grouped by reason.
Exit codes: 0 equivalent, 1 differences or problems, 2 wrong usage.

  --from DIR       don't render: read the artifacts in DIR, written by triptych synth,
                   or with exactly one --target, the output of your own app
                   (cdk.out, cdktf.out, or the folder of a Pulumi project).
                   Without FILE, each architecture of an app is compared with itself as the
                   app gave it to its engine
${appHelp}
  --verbose        list every difference, and name every approximated element
${sharedHelp}

  triptych verify examples/web/architecture.yaml
  triptych verify architecture.yaml --from cdk.out --target aws-cdk
  triptych verify --from cdk.out --path Prod/ShopStack`,
  async run(args) {
    const { values, positionals, flags } = parseCommand(args, {
      from: { type: 'string' },
      verbose: { type: 'boolean' },
      ...appOptions,
    });
    const { from, verbose, path, stack, answer } = values as Values;
    const [only] = Object.entries({ path, stack, answer }).filter(([, value]) => value !== undefined);
    if (from === undefined && only) throw new UsageError(`--${only[0]}: only with --from`);
    const file = positionals.length > 0 || from === undefined ? oneWord(positionals, 'FILE') : undefined;
    const verified = await (from === undefined
      ? withProgress(requestOf(flags, { architecture: file! }), flags)
      : verifyFrom(
          from,
          requestOf(flags, {
            ...(file !== undefined && { architecture: file }),
            ...askedOfApp({ path, stack, answer }),
          }),
        ));
    if (flags.json) printJson(reportData(verified.compared));
    else {
      warn(verified.resolved);
      for (const warning of formatLeftOut(verified)) printError(warning);
      print(formatVerified(verified, coloursFor(process.stdout), verbose));
    }
    return verified.compared.equivalent ? 0 : 1;
  },
};

interface Values extends AppValues {
  readonly from?: string;
  readonly verbose?: boolean;
}

/** Renders and compares, and shows each step on a terminal. */
async function withProgress(request: FreshRequest, flags: ArchitectureFlags): Promise<Verified> {
  const progress = new Progress();
  try {
    return await verifyFresh(request, { withoutCode: maySkipCode(flags), progress: (step) => progress.say(step) });
  } finally {
    progress.done();
  }
}
