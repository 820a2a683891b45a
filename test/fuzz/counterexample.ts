import type { Target } from '../../lib/model/target';
import type { Valid } from './architecture';
import { Broken } from './properties';
import { toYaml } from './workshop';

/** How many lines of what was found are shown. */
const shown = 10;

/** An architecture of which something doesn't hold, as a YAML file that says what in its first lines. */
export function counterexample({ tree, parameters, withoutCode }: Valid, error: unknown, seed: number): string {
  const { property, found, target } = error instanceof Broken ? error : unknown(error);
  const flags = [
    ...(target ? [`--target ${target}`] : []),
    ...Object.entries(parameters).map(([name, value]) => `--param ${quoted(`${name}=${value}`)}`),
    ...(withoutCode ? ['--without-code'] : []),
  ];
  const lines = [
    `${target ?? 'every target'}: fails: ${property}`,
    ...found.slice(0, shown).flatMap((line) => line.slice(0, 2_000).split('\n')),
    ...(found.length > shown ? [`and ${found.length - shown} more`] : []),
    `seed ${seed}; triptych verify architecture.yaml ${flags.join(' ')}`.trimEnd(),
  ];
  return `${lines.map((line) => `# ${line}`).join('\n')}\n${toYaml(tree)}`;
}

const unknown = (error: unknown): { property: string; found: readonly string[]; target?: Target } => ({
  property: 'nothing is thrown',
  found: [error instanceof Error ? (error.stack ?? error.message) : String(error)],
});

const quoted = (text: string): string => (/^[\w.=-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`);
