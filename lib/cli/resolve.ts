import type { Resolved } from '../model/resolve';
import { formatText, type Text } from '../model/text';
import { oneWord, parseCommand, sharedHelp, type ArchitectureFlags, type Command } from './command';
import { open, warn } from './open';
import { print, printJson } from './terminal';
import { yamlOf } from './yaml';

type Path = readonly (string | number)[];

export const resolve: Command = {
  summary: 'show the resolved model, with the origin of every value',
  help: `triptych resolve FILE

Shows an architecture as every target gets it: with the overlay of the environment, parameters and defaults.
Beside each value stands its origin:
  file:line:column  the place that wrote it, in FILE or in the overlay
  default           nobody wrote it
  --param size, …   the source of the parameter that it is the value of

${sharedHelp}

  triptych resolve architecture.yaml --env prod
  triptych resolve architecture.yaml --env prod | diff <(triptych resolve architecture.yaml) -
  triptych resolve architecture.yaml --json | jq '.origins["functions.report.memoryMiB"]'`,
  run(args) {
    const { positionals, flags } = parseCommand(args, {});
    const resolved = open(oneWord(positionals, 'FILE'), flags);
    const architecture = written(resolved.architecture, []);
    const origins = originsIn(resolved, flags);
    if (flags.json) printJson({ architecture, origins });
    else {
      warn(resolved);
      print(yamlOf(architecture, (path) => originOf(path, origins)));
    }
    return 0;
  },
};

/** The origins, in which a flag that narrows the targets is their source. */
function originsIn({ origins }: Resolved, { targets }: ArchitectureFlags): Readonly<Record<string, string>> {
  if (targets.length === 0) return origins;
  const others = Object.entries(origins).filter(([path]) => path !== 'targets' && !path.startsWith('targets.'));
  return Object.fromEntries([...others, ['targets', '--target']]);
}

/** The origin of a value: its own, or that of the value above it, which is written once and means several. */
const originOf = (path: Path, origins: Readonly<Record<string, string>>): string | undefined =>
  path.map((_, index) => origins[path.slice(0, path.length - index).join('.')]).find((origin) => origin !== undefined);

/** Plain data, with texts as people write them. */
function written(value: unknown, path: Path): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (isText(path)) return formatText(value as Text);
  if (Array.isArray(value)) return value.map((item, index) => written(item, [...path, index]));
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, written(field, [...path, key])]));
}

/** True of a field with references: an output, or a variable of an element's environment. */
const isText = (path: Path): boolean =>
  (path.length === 2 && path[0] === 'outputs') || (path.length === 4 && path[2] === 'environment');
