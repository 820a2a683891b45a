import { parseArgs, type ParseArgsConfig } from 'node:util';
import { didYouMean } from '../model/nearest';
import { targets, type Target } from '../model/target';
import { misnamedEnvironment, type ChosenEnvironment } from '../model/environment';
import { chooseEnvironment, variableEnvironment } from '../settings/chosen';
import { UsageError } from './usage';

/** A command of `triptych`. */
export interface Command {
  /** One line for the list of commands. */
  readonly summary: string;
  /** The text of `--help`. */
  readonly help: string;
  /** Runs the command and returns its exit code. */
  readonly run: (args: readonly string[]) => Promise<number> | number;
}

/** Flags that every command on an architecture accepts. */
export interface ArchitectureFlags {
  readonly targets: readonly Target[];
  readonly params: readonly string[];
  /** The environment. @default none, as for `dev` */
  readonly env?: ChosenEnvironment | undefined;
  readonly withoutCode: boolean;
  readonly json: boolean;
}

/** The flag for targets. */
export const targetOption = { target: { type: 'string', multiple: true } } as const;

const shared = {
  ...targetOption,
  param: { type: 'string', multiple: true },
  env: { type: 'string' },
  'without-code': { type: 'boolean' },
  json: { type: 'boolean' },
} as const satisfies ParseArgsConfig['options'];

/** The help for the flags that every command on an architecture accepts. */
export const sharedHelp = `  --target T       only this target: ${targets.join(', ')}; repeat for several
  --param k=v      set a parameter; repeat for several
  --env E          the environment, such as prod: part of every name; architecture.prod.yaml is merged
                   over architecture.yaml (default: TRIPTYCH_ENV, then dev)
  --without-code   use empty archives for code that isn't built (not deployable)
  --json           print JSON`;

/**
 * Parses the words and flags of a command on an architecture.
 * @throws UsageError for an unknown flag or a malformed value
 */
export function parseCommand(
  args: readonly string[],
  options: NonNullable<ParseArgsConfig['options']>,
): { values: Readonly<Record<string, unknown>>; positionals: string[]; flags: ArchitectureFlags } {
  const { values, positionals } = parse(args, { ...shared, ...options });
  const given = values as {
    target?: string[];
    param?: string[];
    env?: string;
    'without-code'?: boolean;
    json?: boolean;
  };
  const flags: ArchitectureFlags = {
    targets: targetsIn(given.target),
    params: given.param ?? [],
    env: environmentIn(given.env),
    // Without the flag, TRIPTYCH_WITHOUT_CODE decides.
    withoutCode: given['without-code'] ?? false,
    json: given.json ?? false,
  };
  return { values, positionals, flags };
}

/**
 * Parses the words and flags of a command.
 * @throws UsageError for an unknown flag or a malformed value
 */
export function parse(
  args: readonly string[],
  options: NonNullable<ParseArgsConfig['options']>,
): { values: Readonly<Record<string, unknown>>; positionals: string[] } {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    const { message, code } = error as NodeJS.ErrnoException;
    const isUnknown = code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION';
    const [, flag] = (isUnknown && /'--?([\w-]+)/.exec(message)) || [];
    const hint = flag === undefined ? undefined : didYouMean(flag, Object.keys(options));
    throw new UsageError(hint ? `--${flag}: unknown flag, ${hint}` : message.replace(/\. To specify.*$/s, ''));
  }
}

/**
 * The targets that a flag names, each once.
 * @throws UsageError for an unknown one
 */
export const targetsIn = (words: readonly string[] = []): readonly Target[] => [...new Set(words)].map(target);

/** The environment: of the flag, or else of the variable. */
export function environmentIn(flag: string | undefined): ChosenEnvironment | undefined {
  const wrong = flag ? misnamedEnvironment(flag) : undefined;
  if (wrong !== undefined) throw new UsageError(`--env: ${wrong}`);
  return chooseEnvironment([{ value: flag, from: `--env ${flag}`, needsOverlay: true }, variableEnvironment()]);
}

function target(word: string): Target {
  if ((targets as readonly string[]).includes(word)) return word as Target;
  throw new UsageError(
    `--target: unknown target ${word} (${didYouMean(word, targets) ?? `must be ${targets.join(', ')}`})`,
  );
}

/**
 * The single word that a command requires.
 * @throws UsageError if there is none, or more than one
 */
export function oneWord(positionals: readonly string[], name: string): string {
  const [word, ...others] = positionals;
  if (word === undefined) throw new UsageError(`${name} is missing`);
  if (others.length > 0) throw new UsageError(`requires exactly one ${name}, got ${positionals.length}`);
  return word;
}
