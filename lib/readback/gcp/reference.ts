import type { ElementId } from '../../model/name';
import type { Artefact } from '../artefact';
import { isPointer, type Pointer, shown } from '../made';
import { type Resource } from '../resource';
import { sideOf } from '../side';
import { orWritten, type Lookup } from '../text';
import { existingElementAt } from './existing';
import { pathIn, type Dialect, type TypeName } from './dialect';

/** An element's attributes by the attributes of its own resource. */
const attributesIn = ({ functionUri }: Dialect): readonly (readonly [TypeName, Readonly<Record<string, string>>])[] => [
  ['function', { name: 'name', id: 'arn', [functionUri]: 'url' }],
  ['service', { name: 'name', uri: 'url' }],
  ['topic', { name: 'name', id: 'arn' }],
  ['bucket', { name: 'name' }],
  ['database', { name: 'name' }],
  ['secret', { id: 'name' }],
];

/** The meanings of an artifact's pointers, in the model's own form. */
export function lookupIn(dialect: Dialect, artefact: Artefact): Lookup {
  const { types } = dialect;
  const attributes = attributesIn(dialect);
  return orWritten(artefact.places, (piece) => {
    const at = isPointer(piece) ? artefact.at(piece.at) : undefined;
    if (!at?.owner || at.owner === 'foundation') return undefined;
    const { attribute } = piece as Pointer;
    if (at.type === types.address && attribute === 'address') {
      return { reference: `\${${at.owner}.url}`, after: 'http://' };
    }
    if (!isOwn(at)) return undefined;
    if (at.type === types.topic && attribute === 'id' && at.owner.startsWith('queues.')) {
      return {
        reference: `\${${at.owner}.url}`,
        after: 'https://pubsub.googleapis.com/v1/',
        otherwise: `\${${at.owner}.arn}`,
      };
    }
    const [, names = {}] = attributes.find(([type]) => types[type] === at.type) ?? [];
    return Object.hasOwn(names, attribute) ? { reference: `\${${at.owner}.${names[attribute]}}` } : undefined;
  });
}

/** The element whose own resource, of that type, a pointer points at. */
export function elementAt(
  pointer: unknown,
  type: TypeName,
  attribute: string,
  dialect: Dialect,
  artefact: Artefact,
): ElementId | undefined {
  const existing = existingElementAt(pointer, type, attribute, artefact);
  if (existing) return existing;
  const at = isPointer(pointer) && pointer.attribute === attribute ? artefact.at(pointer.at) : undefined;
  const isElement = at?.type === dialect.types[type] && at.owner !== 'foundation' && isOwn(at);
  return isElement ? (at.owner as ElementId) : undefined;
}

/** Tells the element itself from its dead-letter queue and its triggers, which have resources of the same types. */
const isOwn = (resource: Resource): boolean => sideOf(resource) === 'element';

/** Google's services that the artifact enables, by the address of the resource that does it. */
export const servicesIn = (dialect: Dialect, artefact: Artefact): ReadonlyMap<string, string> =>
  new Map(
    artefact
      .parts('foundation', dialect.types.enabled)
      .map((one) => [one.address, shown(one.at(pathIn(dialect, 'service')))]),
  );
