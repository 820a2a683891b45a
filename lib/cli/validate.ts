import { codeProblems } from '../cloud/archives';
import { ArchitectureError, formatProblem, type Problem } from '../model/problem';
import { printable } from '../model/printable';
import type { Resolved } from '../model/resolve';
import { cloudOf } from '../model/target';
import { oneWord, parseCommand, sharedHelp, type ArchitectureFlags, type Command } from './command';
import { maySkipCode, open } from './open';
import { print, printError, printJson } from './terminal';

export const validate: Command = {
  summary: 'show every problem of an architecture',
  help: `triptych validate FILE

Shows every problem of an architecture at once, as file:line:column: path: message (hint).
Checks the schema, references, the limits of each target's cloud, and that code is built.
A parameter needs no value here: only its type is checked.
Exit codes: 0 no errors (warnings are allowed), 1 errors, 2 wrong usage.

${sharedHelp}

  triptych validate examples/web/architecture.yaml
  triptych validate architecture.yaml --target gcp-cdktf --json`,
  run(args) {
    const { positionals, flags } = parseCommand(args, {});
    const file = oneWord(positionals, 'FILE');
    const problems = problemsOf(file, flags);
    const errors = problems.filter(({ severity }) => severity === 'error').length;
    if (flags.json) printJson(problems);
    else {
      for (const problem of problems) printError(formatProblem(problem));
      const warnings = problems.length - errors;
      print(`${printable(file)}: ${count(errors, 'error')}, ${count(warnings, 'warning')}`);
    }
    return errors > 0 ? 1 : 0;
  },
};

function problemsOf(file: string, flags: ArchitectureFlags): readonly Problem[] {
  try {
    const resolved = open(file, flags, { typesOnly: true });
    return [...resolved.warnings, ...(maySkipCode(flags) ? [] : problemsOfCode(resolved))];
  } catch (error) {
    if (error instanceof ArchitectureError) return error.problems;
    throw error;
  }
}

/** Missing, unbuilt or doubtful code, on the clouds of the requested targets. */
function problemsOfCode(resolved: Resolved): Problem[] {
  const clouds = [...new Set(resolved.architecture.targets.map(cloudOf))];
  const unset = Object.keys(resolved.unset);
  const problems = clouds.flatMap((cloud) => codeProblems(resolved, cloud, (name) => !isUnknown(name, unset)));
  return [...new Map(problems.map((problem) => [formatProblem(problem), problem])).values()];
}

/** True if the requirements for a function's code depend on a parameter without a value. */
const isUnknown = (name: string, unset: readonly string[]): boolean =>
  ['code', 'handler', 'runtime'].some((field) =>
    unset.some((one) => `${one}.`.startsWith(`functions.${name}.${field}.`)),
  );

const count = (number: number, what: string): string => `${number} ${what}${number === 1 ? '' : 's'}`;
