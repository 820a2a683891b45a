/** A kind of change. */
export type MutationKind =
  | 'another number'
  | 'a negative number'
  | 'a fraction'
  | 'the other boolean'
  | 'another text'
  | 'a key less'
  | 'an empty key less'
  | 'a key more'
  | 'a look-alike'
  | 'an item less'
  | 'an item twice'
  | 'an item more'
  | 'another reference';

/** One change of an artefact, made in place and undone again. */
export interface Mutant {
  /** The place: keys, with `/` before each; a registration's key is its name. */
  readonly at: string;
  readonly kind: MutationKind;
  readonly make: () => void;
  readonly undo: () => void;
}

/** A reference to a resource, and to others of the same type. */
export interface Reference {
  /** The key of the reference in its map or list. */
  readonly key: string;
  /** The values that refer to the others. */
  readonly others: readonly string[];
}

/** Finds the references that a map or a list holds itself, in one format. */
export type ReferencesIn = (container: object) => readonly Reference[];

/**
 * Every single change of an artefact: another value for each leaf, each key and item removed, one more in each map and
 * list, each item twice, each reference turned to another resource of the same type.
 */
export function* mutantsOf(value: unknown, references: ReferencesIn = () => [], path = ''): Generator<Mutant> {
  if (Array.isArray(value)) yield* mutantsOfList(value, references, path);
  else if (isMap(value)) yield* mutantsOfMap(value, references, path);
}

function* mutantsOfMap(map: Record<string, unknown>, references: ReferencesIn, path: string): Generator<Mutant> {
  for (const key of Object.keys(map)) {
    const at = `${path}/${key}`;
    const child = map[key];
    yield* mutantsOf(child, references, at);
    const undo = () => void (map[key] = child);
    for (const { kind, value } of changesOf(child)) yield { at, kind, make: () => void (map[key] = value), undo };
    yield { at, kind: isEmpty(child) ? 'an empty key less' : 'a key less', make: () => delete map[key], undo };
  }
  yield* turnReferences(map, references, path);
  yield { at: path, kind: 'a key more', make: () => void (map['more'] = 'x'), undo: () => delete map['more'] };
  const strange = Object.entries(lookAlike).filter(([key]) => !Object.hasOwn(map, key));
  const removed = () => strange.forEach(([key]) => delete map[key]);
  yield {
    at: path,
    kind: 'a look-alike',
    make: () => void Object.assign(map, Object.fromEntries(strange)),
    undo: removed,
  };
}

/** Keys by which readers might take a map for a reference that they made themselves. */
const lookAlike = { at: 'x', attribute: 'x', join: ['x'], expression: 'x', isMade: true };

function* mutantsOfList(list: unknown[], references: ReferencesIn, path: string): Generator<Mutant> {
  for (const [index, child] of list.entries()) {
    const at = `${path}/${nameOf(child) ?? index}`;
    yield* mutantsOf(child, references, at);
    const undo = () => void (list[index] = child);
    for (const { kind, value } of changesOf(child)) yield { at, kind, make: () => void (list[index] = value), undo };
    yield { at, kind: 'an item less', make: () => list.splice(index, 1), undo: () => list.splice(index, 0, child) };
    yield { at, kind: 'an item twice', make: () => list.splice(index, 0, child), undo: () => list.splice(index, 1) };
  }
  yield* turnReferences(list as unknown as Record<string, unknown>, references, path);
  yield { at: path, kind: 'an item more', make: () => list.push('x'), undo: () => list.pop() };
}

function* turnReferences(
  container: Record<string, unknown>,
  references: ReferencesIn,
  path: string,
): Generator<Mutant> {
  for (const { key, others } of references(container)) {
    const own = container[key];
    for (const other of others) {
      const [make, undo] = [() => void (container[key] = other), () => void (container[key] = own)];
      yield { at: `${path}/${key}`, kind: 'another reference', make, undo };
    }
  }
}

/** Other values of the same type; none if the value is no leaf. */
function changesOf(leaf: unknown): readonly { readonly kind: MutationKind; readonly value: unknown }[] {
  switch (typeof leaf) {
    case 'number':
      return [
        { kind: 'another number', value: leaf + 1 },
        { kind: 'a negative number', value: -leaf - 1 },
        { kind: 'a fraction', value: leaf + 0.5 },
      ];
    case 'boolean':
      return [{ kind: 'the other boolean', value: !leaf }];
    case 'string':
      return [{ kind: 'another text', value: `${leaf}x` }];
    default:
      return leaf === null ? [{ kind: 'another text', value: 'x' }] : [];
  }
}

const isEmpty = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.keys(value).length === 0;

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The name of a registration; undefined for any other value. */
const nameOf = (value: unknown): string | undefined =>
  isMap(value) && typeof value['urn'] === 'string' && typeof value['name'] === 'string' ? value['name'] : undefined;
