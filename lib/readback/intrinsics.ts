import { Expression, Join, piecesOf, Pointer } from './made';
import { isObject } from './resource';

/** Addresses by logical id. */
export type LogicalIds = ReadonlyMap<string, string>;

/** Resolves the references in a resource, or in another entry of a template; `DependsOn` becomes addresses. */
export const resolveEntry = (entry: object, ids: LogicalIds): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(entry).map(([key, value]) => [
      key,
      key === 'DependsOn' ? dependencies(value, ids) : resolveIntrinsics(value, ids),
    ]),
  );

/**
 * Replaces the references in a CloudFormation value by pointers: `Ref` and `Fn::GetAtt` become pointers, `Fn::Join` and
 * `Fn::Sub` joins of them. Every other function keeps its name.
 */
export function resolveIntrinsics(value: unknown, ids: LogicalIds): unknown {
  if (Array.isArray(value)) return value.map((item) => resolveIntrinsics(item, ids));
  if (!isObject(value)) return value;
  const [only, ...others] = Object.keys(value);
  if (only !== undefined && others.length === 0) {
    const resolved = intrinsic(only, value[only], ids);
    if (resolved !== undefined) return resolved;
  }
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, resolveIntrinsics(child, ids)]));
}

function intrinsic(name: string, argument: unknown, ids: LogicalIds): unknown {
  switch (name) {
    case 'Ref':
      return typeof argument === 'string' ? reference(argument, ids) : undefined;
    case 'Fn::GetAtt': {
      const [id, attribute, ...others] = (Array.isArray(argument) ? argument : pathOf(argument)) as unknown[];
      if (typeof id !== 'string' || typeof attribute !== 'string' || others.length > 0) return undefined;
      const address = ids.get(id);
      return address === undefined ? undefined : new Pointer(address, attribute);
    }
    case 'Fn::Join': {
      const [delimiter, list, ...others] = (Array.isArray(argument) ? argument : []) as unknown[];
      if (typeof delimiter !== 'string' || others.length > 0) return undefined;
      if (!Array.isArray(list)) return { 'Fn::Join': [delimiter, resolveIntrinsics(list, ids)] };
      return joined(list.flatMap((item, index) => [...(index > 0 ? [delimiter] : []), resolveIntrinsics(item, ids)]));
    }
    case 'Fn::Sub':
      return typeof argument === 'string' ? substituted(argument, ids) : undefined;
    default:
      return undefined;
  }
}

/** Splits `Name.Attribute` at the first dot. */
const pathOf = (text: unknown): string[] => {
  const [, id, attribute] = typeof text === 'string' ? (/^([^.]+)\.(.+)$/s.exec(text) ?? []) : [];
  return id === undefined || attribute === undefined ? [] : [id, attribute];
};

function reference(id: string, ids: LogicalIds): Pointer {
  const address = ids.get(id);
  if (address !== undefined) return new Pointer(address, 'Ref');
  return id.startsWith('AWS::') ? new Pointer('AWS', id.slice('AWS::'.length)) : new Pointer(`Parameters/${id}`, 'Ref');
}

/** Joins pieces into a text. Neighbouring literals become one, and a single piece stays what it is. */
export function joined(pieces: readonly unknown[]): unknown {
  const merged: unknown[] = [];
  for (const piece of pieces.flatMap(piecesOf)) {
    const last = merged.at(-1);
    if (piece === '') continue;
    if (typeof piece === 'string' && typeof last === 'string') merged[merged.length - 1] = last + piece;
    else merged.push(piece);
  }
  return merged.length === 1 ? merged[0] : new Join(merged);
}

/** `${Name}` and `${Name.Attribute}` in a text are references; `${!` is a literal. */
function substituted(text: string, ids: LogicalIds): unknown {
  const pieces = text.split(/\$\{([^!}]+)\}/).map((piece, index) => {
    if (index % 2 === 0) return piece.replaceAll('${!', () => '${');
    const dot = piece.indexOf('.');
    if (dot < 0) return reference(piece, ids);
    return intrinsic('Fn::GetAtt', [piece.slice(0, dot), piece.slice(dot + 1)], ids) ?? new Expression(piece);
  });
  return joined(pieces);
}

function dependencies(value: unknown, ids: LogicalIds): unknown {
  const list = Array.isArray(value) ? value : [value];
  // What isn't a logical id may look like an address, and CloudFormation refuses it.
  return list.map((id) => (typeof id === 'string' ? (ids.get(id) ?? `no resource ${id}`) : id));
}
