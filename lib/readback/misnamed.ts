import { createHash } from 'node:crypto';
import { kinds, kindSpecs, type Kind } from '../model/kind';
import { pascalCase, splitElementId, type ElementId } from '../model/name';
import { pointersIn } from './artefact';
import { shown } from './made';
import type { Resource, Unrecognized } from './resource';
import { readingsOf } from './side';
import type { Stamp } from './stamp';

/** A resource and what the names of its parts can refer to. */
interface Named {
  readonly resource: Resource;
  /** All elements of the artifact. */
  readonly elements: readonly ElementId[];
  /** The other elements that the resource points at. */
  readonly used: readonly ElementId[];
}

/**
 * The resources of an architecture whose names aren't those of a part of their element, or name something else than the
 * resource does. An engine that meets another name creates another resource, and deletes the one that it had.
 */
export function misnamed(resources: readonly Resource[], existing: Stamp['existing'] = {}): Unrecognized[] {
  const owners = new Map(resources.map(({ address, owner }) => [address, owner]));
  const isElement = (owner: string | undefined): owner is ElementId => owner?.includes('.') === true;
  const elements = [...new Set([...owners.values(), ...Object.keys(existing)])].filter(isElement);
  return resources
    .filter(({ owner }) => owner !== undefined)
    .filter((resource) => {
      const used = pointersIn(resource.properties)
        .map((address) => owners.get(address))
        .filter(isElement)
        .filter((owner) => owner !== resource.owner);
      const named = { resource, elements, used: [...used, ...existingUsed(resource, existing)] };
      return !readingsOf(resource).some(({ words }) => words.every(([word, text]) => isTrue(word, text, named)));
    })
    .map(({ address, owner, local }) => ({ resource: address, ...(owner && { owner }), path: ['part'], value: local }));
}

/** The elements that something else owns, which a resource names by their identifiers, or by the last word of one. */
function existingUsed({ properties }: Resource, existing: Readonly<Record<string, unknown>>): ElementId[] {
  const texts = pointersIn(properties);
  return Object.entries(existing)
    .filter(([, identifier]) => {
      const whole = String(identifier);
      return texts.some((text) => text.includes(whole) || text === whole.split(/[:/]/).at(-1));
    })
    .map(([id]) => id as ElementId);
}

/** Tests that a word of a part's name says the same as the resource. */
function isTrue(word: string, text: string, { resource, elements, used }: Named): boolean {
  const given = whole[word];
  if (given) return given(text, resource);
  const ofKinds = kindsOf[word];
  if (!ofKinds) return plain(JSON.stringify(resource.properties)).includes(plain(text));
  const [right, all] = [used, elements].map((ids) =>
    ids.map(splitElementId).filter(({ kind }) => ofKinds.includes(kind)),
  );
  return (right!.length > 0 ? right! : all!)
    .map(({ kind, name }) => (word === 'use' ? `${kind}-${name}` : name))
    .some((name) => text === name || text === pascalCase(name));
}

/** The kinds of the elements that a word can name. */
const kindsOf: Readonly<Record<string, readonly Kind[]>> = {
  ...Object.fromEntries(kinds.map((kind) => [kindSpecs[kind].title.toLowerCase(), [kind]])),
  element: ['functions', 'services'],
  use: kinds,
};

/** Words that aren't found in a resource as they are. */
const whole: Readonly<Record<string, (text: string, resource: Resource) => boolean>> = {
  // A number counts what an element has several of.
  number: () => true,
  // The logical id of the group that a rule is for, which is part of the hash in the rule's own.
  source: () => true,
  route: (text, resource) => {
    const key = resource.at(['inputs', 'routeKey']) ?? resource.at(['Properties', 'RouteKey']);
    // The route to everything has no path in an artifact.
    return key === '$default' ? /^any-(?:.+-)?[0-9a-f]{8}$/.test(text) : text === routeId(shown(key));
  },
};

/** The part of a route's name that follows from its key: its letters and digits, and the start of a hash. */
function routeId(key: string): string {
  const words = key.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return [...words, createHash('sha256').update(key).digest('hex').slice(0, 8)].join('-');
}

/** `office-hours`, `OfficeHours` → `officehours` */
const plain = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');
