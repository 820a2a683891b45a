import { existingForms } from './existing-form';
import { found } from './issue';
import { kinds } from './kind';
import { nearest } from './nearest';
import type { Finding, Path } from './problem';
import { valueAt } from './source';

/** Field of the model, or value of one, that isn't rendered yet. */
interface Later {
  /** Keys, `/` between them; `*` stands for any part of a key. */
  readonly path: string;
  /** Value that isn't rendered, `*` for any ending, `!` for all texts except one and what looks like it, `{}` for a map; absent: all values. */
  readonly value?: string;
  /**
   * Sibling field that it replaces, or empty for the map around it: further problems there follow from it. Absent:
   * none.
   */
  readonly silences?: string;
}

const fieldsOf = (path: string, fields: string): Later[] =>
  fields.split(' ').map((field) => ({ path: `${path}/${field}` }));

/** Everything that the model has and the schemas don't. */
export const later: readonly Later[] = [
  { path: 'services/*/build', silences: 'image' },
  { path: 'services/*/ingress', value: 'internal' },
  ...fieldsOf('apis/*', 'cors auth throttle domain'),
  { path: 'apis/*/routes/*', value: 'services.*' },
  { path: 'apis/*/routes/*/to', value: 'services.*' },
  { path: 'apis/*/routes/*/auth' },
  ...kinds.filter((kind) => !(kind in existingForms)).map((kind) => ({ path: `${kind}/*/existing`, silences: '' })),
  { path: 'foundation/from', silences: '' },
  ...fieldsOf('foundation', 'existing encryption'),
];

/** Finds fields and values that aren't rendered yet, and the paths of which nothing more is reported. */
export function findLater(tree: unknown): { readonly findings: readonly Finding[]; readonly paths: readonly Path[] } {
  const findings: Finding[] = [];
  const paths: Path[] = [];
  for (const { path, value, silences } of later) {
    for (const place of placesOf(tree, path.split('/'), [])) {
      const written = valueAt(tree, place);
      if (value !== undefined && !isMeant(written, value)) continue;
      const what =
        value === undefined
          ? ''
          : `${written !== null && typeof written === 'object' ? 'a map here' : found(written)} `;
      findings.push({
        path: place,
        ...(value === undefined ? { at: 'key' } : {}),
        message: `${what}is not supported yet`,
      });
      paths.push(place);
      if (silences !== undefined) paths.push(silences === '' ? place.slice(0, -1) : [...place.slice(0, -1), silences]);
    }
  }
  return { findings, paths };
}

function* placesOf(value: unknown, pattern: readonly string[], path: Path): Generator<Path> {
  const [segment, ...rest] = pattern;
  if (segment === undefined) return yield path;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
  const map = value as Record<string, unknown>;
  const keys = segment.includes('*') ? Object.keys(map).filter((key) => matches(key, segment)) : [segment];
  for (const key of keys) if (Object.hasOwn(map, key)) yield* placesOf(map[key], rest, [...path, key]);
}

/** True of a text that matches a pattern, which may end with `*`. The value of a parameter isn't known here. */
const matches = (text: string, pattern: string): boolean =>
  pattern.startsWith('!')
    ? !text.includes('${') && nearest(text, [pattern.slice(1)]) === undefined
    : pattern.endsWith('*')
      ? text.startsWith(pattern.slice(0, -1))
      : text === pattern;

const isMeant = (value: unknown, pattern: string): boolean =>
  pattern === '{}' ? typeof value === 'object' && value !== null : typeof value === 'string' && matches(value, pattern);
