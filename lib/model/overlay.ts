import { hintOf } from './existence';
import { kinds } from './kind';
import { elementId } from './name';
import { nearest } from './nearest';
import { formatPath, type Finding, type Path } from './problem';
import type { Place } from './source';

/** A document: plain data, and the place of each part. */
export interface Layer {
  readonly tree: unknown;
  readonly place: Place;
}

/** A document with an overlay merged over it. */
export interface Merged extends Layer {
  readonly findings: readonly Finding[];
}

type Map = Readonly<Record<string, unknown>>;

const isMap = (value: unknown): value is Map => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Merges an overlay over a document: maps deeply, lists and scalars are replaced, and `null` removes a field. A place of
 * the result is in the document that wrote the value, so that problems point there. An element that only the overlay has
 * is an error: its name is probably misspelled. So is another name of the architecture: it would be another one's overlay.
 *
 * @param file the document's name in messages
 */
export function mergeOverlay(base: Layer, overlay: Layer, file: string): Merged {
  const findings: Finding[] = [];

  const merge = (under: Layer | undefined, over: Layer, path: Path): Layer => {
    const { tree: written, place } = over;
    if (!isMap(written)) return { tree: written, place: markOverlay(place) };
    const known: Map = isMap(under?.tree) ? under.tree : {};
    const values: Record<string, unknown> = { ...known };
    const children = new Map(isMap(under?.tree) ? under.place.children : []);
    for (const [key, value] of Object.entries(written)) {
      const at = place.children?.get(key) ?? { offset: place.offset };
      const has = Object.hasOwn(known, key);
      if (value === null) {
        if (!has) findings.push(nothingToRemove([...path, key]));
        delete values[key];
        children.set(key, markOverlay(at));
        continue;
      }
      if (!has) findings.push(...unknownElement([...path, key], known));
      if (path.length === 0 && key === 'name' && value !== known[key]) findings.push(otherName(known[key]));
      const below = has ? { tree: known[key], place: children.get(key) ?? { offset: 0 } } : undefined;
      const merged = merge(below, { tree: value, place: at }, [...path, key]);
      values[key] = merged.tree;
      children.set(key, merged.place);
    }
    // A map that both have is where the document has it.
    const own = isMap(under?.tree) ? under.place : markOverlay({ ...place, children: new Map() });
    return { tree: values, place: { ...own, children } };
  };

  const nothingToRemove = (path: Path): Finding => ({
    severity: 'warning',
    path,
    at: 'key',
    message: `has no effect: null removes a field, and ${file} has no ${formatPath(path)}`,
  });

  const otherName = (name: unknown): Finding => ({
    path: ['name'],
    message: `must be the name in ${file}${typeof name === 'string' ? `, ${name}` : ''}: the environment is a part of names already`,
    hint: 'leave it out',
  });

  const unknownElement = (path: Path, known: Map): Finding[] => {
    const [kind, name] = path;
    const itsKind = kinds.find((one) => one === kind);
    if (path.length !== 2 || itsKind === undefined) return [];
    const meant = nearest(String(name), Object.keys(known));
    const hint =
      meant === undefined
        ? `an overlay changes and removes elements; declare it in ${file}`
        : `did you mean ${elementId(itsKind, meant)}?`;
    return [
      { path, at: 'key', message: `there is no ${elementId(itsKind, String(name))} in ${file}`, ...hintOf(hint) },
    ];
  };

  return { ...merge(base, overlay, []), findings };
}

/** A place, and all below it, as one of the overlay. */
const markOverlay = (place: Place): Place => ({
  ...place,
  isOverlay: true,
  ...(place.children && { children: new Map([...place.children].map(([key, child]) => [key, markOverlay(child)])) }),
});
