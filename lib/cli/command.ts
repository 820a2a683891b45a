import { parseArgs, type ParseArgsConfig } from 'node:util';
import { didYouMean } from '../model/nearest';
import { targets, type Target } from '../model/target';
import { UsageError } from './usage';

/** A command of `triptych`. */
export interface Command {
  /** One line. */
  readonly summary: string;
  /** What `--help` shows. */
  readonly help: string;
  /** Runs it, and tells the exit code. */
  readonly run: (args: readonly string[]) => Promise<number> | number;
}

/** Where a run of a command reads an architecture from, and for what. */
export interface ArchitectureFlags {
  readonly targets: readonly Target[];
  readonly params: readonly string[];
  readonly withoutCode: boolean;
  readonly json: boolean;
}

const shared = {
  target: { type: 'string', multiple: true },
  param: { type: 'string', multiple: true },
  env: { type: 'string' },
  'without-code': { type: 'boolean' },
  json: { type: 'boolean' },
} as const satisfies ParseArgsConfig['options'];

/** The flags that every command on an architecture takes, as its help shows them. */
export const sharedHelp = `  --target T       only this target, of ${targets.join(', ')}; may be repeated
  --param k=v      a parameter's value; may be repeated
  --without-code   go on with empty archives where code isn't built
  --json           print data, for machines`;

/**
 * The words and flags of a command on an architecture.
 * @throws UsageError if one is unknown, or isn't of its form
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
  if (given.env !== undefined) throw new UsageError('--env: environments are part of the model, but not rendered yet');
  const flags: ArchitectureFlags = {
    targets: [...new Set(given.target ?? [])].map(target),
    params: given.param ?? [],
    // Left out, the environment decides.
    withoutCode: given['without-code'] ?? false,
    json: given.json ?? false,
  };
  return { values, positionals, flags };
}

/**
 * The words and flags of a command.
 * @throws UsageError if one is unknown, or isn't of its form
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
    throw new UsageError(hint ? `--${flag}: no such flag, ${hint}` : message.replace(/\. To specify.*$/s, ''));
  }
}

function target(word: string): Target {
  if ((targets as readonly string[]).includes(word)) return word as Target;
  throw new UsageError(
    `--target: ${word} is no target (${didYouMean(word, targets) ?? `there are ${targets.join(', ')}`})`,
  );
}

/** The one word that a command wants. */
export function oneWord(positionals: readonly string[], name: string): string {
  const [word, ...others] = positionals;
  if (word === undefined) throw new UsageError(`${name} is missing`);
  if (others.length > 0) throw new UsageError(`takes one ${name}, got ${positionals.length}`);
  return word;
}
