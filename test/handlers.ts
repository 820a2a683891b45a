import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { python } from '../scripts/tool';
import { temporaryFolder } from './rendering';

/** What is called, and with what. */
export type Call = readonly [of: string, event: unknown];

export interface Outcome {
  /** Of each call what came of it: what it returned, the status of its answer, or `failed`. */
  readonly answers: readonly unknown[];
  /** What was done, each with what was handed over. */
  readonly done: readonly (readonly [what: string, ...rest: unknown[]])[];
}

/** A language in which handlers are tried: the files that hold them, and the others that it takes; `run` is started. */
export interface Language {
  readonly heading: string;
  readonly fence: string;
  readonly command: string;
  readonly files: readonly [aws: string, gcp: string];
  readonly others: Readonly<Record<string, string>>;
}

export const node: Language = {
  heading: '### Node',
  fence: 'js',
  command: process.execPath,
  files: ['aws.js', 'gcp.js'],
  others: {
    'work.js': `
      exports.done = [];
      for (const name of ['finish', 'keep', 'shrink', 'report'])
        exports[name] = async (...given) => {
          if (JSON.stringify(given).includes('poison')) throw new Error('poison');
          exports.done.push([name, ...given]);
        };`,
    'node_modules/@google-cloud/functions-framework/index.js':
      'exports.http = (name, entryPoint) => { exports[name] = entryPoint; };',
    run: `
      const { calls, cloud } = JSON.parse(require('node:fs').readFileSync(0, 'utf8'));
      const { done } = require('./work');
      const onAws = async (of, event) => (await require('./aws')[of](event)) ?? null;
      const onGcp = (path, body) => new Promise((resolve, reject) => {
        require('./gcp');
        const { handle } = require('@google-cloud/functions-framework');
        handle({ path, body }, { sendStatus: resolve }).catch(reject);
      });
      (async () => {
        const answers = [];
        for (const call of calls) answers.push(await (cloud === 'aws' ? onAws : onGcp)(...call).catch(() => 'failed'));
        console.log(JSON.stringify({ answers, done }));
      })();`,
  },
};

export const inPython: Language = {
  heading: '### Python',
  fence: 'python',
  command: python.command,
  files: ['aws.py', 'gcp.py'],
  others: {
    'work.py': `
done = []
def doing(name):
    def do(*given):
        if "poison" in str(given):
            raise ValueError("poison")
        done.append([name, *given])
    return do
finish, keep, shrink, report = map(doing, ["finish", "keep", "shrink", "report"])
`,
    'functions_framework.py': 'def http(function):\n    return function\n',
    run: `
import contextlib, importlib, json, sys, types
import work
given = json.load(sys.stdin)
def on_aws(of, event):
    try:
        return getattr(importlib.import_module("aws"), of)(event, None)
    except Exception:
        return "failed"
def on_gcp(path, body):
    request = types.SimpleNamespace(path=path, get_json=lambda force: body)
    try:
        return importlib.import_module("gcp").handle(request)[1]
    except Exception:
        return 500  # as the framework answers
with contextlib.redirect_stdout(sys.stderr):
    answers = [(on_aws if given["cloud"] == "aws" else on_gcp)(*call) for call in given["calls"]]
print(json.dumps({"answers": answers, "done": work.done}))
`,
  },
};

/**
 * Calls a language's handlers one after another.
 *
 * @param code the handlers, those for AWS before those for Google Cloud
 */
export function call(
  { command, files, others }: Language,
  code: readonly string[],
  cloud: 'aws' | 'gcp',
  calls: Call[],
): Outcome {
  const folder = temporaryFolder();
  for (const [name, text] of [
    ...files.map((file, index) => [file, code[index]!] as const),
    ...Object.entries(others),
  ]) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const options = { cwd: folder, input: JSON.stringify({ cloud, calls }), encoding: 'utf8' } as const;
  const { stdout, stderr } = spawnSync(command, ['run'], options);
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as Outcome;
}
