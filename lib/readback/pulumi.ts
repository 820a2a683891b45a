import { join } from 'node:path';
import { Artefact, pointersIn, type Scope } from './artefact';
import { readStamp, resolvedStamp, type Stamp } from './stamp';
import { listIn, readDocument, textIn, type Json } from './document';
import { ArtefactError } from './error';
import { Folder } from './folder';
import { inScope } from './foreign-waits';
import { onlyOne, type Found } from './found';
import { shown } from './made';
import { misnamed } from './misnamed';
import { ownerOf } from './owner';
import { withPlaces, type Place } from './places';
import { resolve } from './pulumi-value';
import {
  componentIn,
  componentOf,
  isComponent,
  registrationIn,
  stackType,
  wholeComponent,
  type Registration,
} from './registration';
import { leaveToApp } from './pulumi-options';
import { inOtherProgram, rest } from './recording-rest';
import { placesOf, projectsIn } from './pulumi-place';
import { isObject, Resource } from './resource';
import { readRegistered } from './stored';
import { renamedRegistrations } from './urn';

/**
 * Finds the architectures among the registrations of a Pulumi program: their components.
 * @throws ArtefactError if there is no recording
 */
export function findInRecording(place: string, scope: Scope = 'whole'): Found[] {
  const folder = new Folder(place, scope);
  const file = folder.claim('resources.json') ?? join(place, 'resources.json');
  const recording = readDocument(file);
  const registrations = registrationsIn(recording, file);
  const roots = registrations.filter(({ type }) => componentIn(type) === wholeComponent);
  const stack = `${shown(recording['project'])}/${shown(recording['stack'])}`;
  return roots.map((root) => {
    const stamp = stampOf(root, file, scope);
    return {
      architecture: stamp.architecture,
      ...(stamp.env !== undefined && { env: stamp.env }),
      // Below different parents two components can have one name.
      path: roots.filter(({ name }) => name === root.name).length > 1 ? root.urn : root.name,
      stack,
      engineValues: Object.keys(stamp.engineValues ?? {}),
      open: () => artefactOf({ folder, file, recording, registrations, root, stamp, stack, scope }),
      stored: () => readRegistered(root.outputs?.['stored'], file),
    };
  });
}

/**
 * Reads the registrations of a Pulumi program: the architecture's component and everything below it, with every
 * reference resolved.
 * @throws ArtefactError if there is no recording, or none or several architectures in it
 */
export const readPulumi = (place: string, scope: Scope = 'whole'): Artefact =>
  onlyOne(findInRecording(place, scope), place).open();

/** An architecture, and the program that it is part of. */
interface View {
  readonly folder: Folder;
  readonly file: string;
  readonly recording: Json;
  readonly registrations: readonly Registration[];
  readonly root: Registration;
  readonly stamp: Stamp;
  readonly stack: string;
  readonly scope: Scope;
}

function artefactOf(view: View): Artefact {
  const { folder, file, recording, registrations, root, stack, scope } = view;
  const stamp = resolvedStamp(view.stamp, resolve);
  const places = placesOf(root);
  const inputsOf = projectsIn(registrations, root);
  const left = scope === 'app' ? leaveToApp(registrations, root) : { beside: [], registrations, providers: [] };
  const resources = inScope(resourcesOf(recording, file, { ...left, root, scope, places, inputsOf }), scope);
  const urns = new Set(registrations.map(({ urn }) => urn));
  return new Artefact(
    stamp,
    resources,
    [...rest(recording, file, root), ...(scope === 'whole' ? inOtherProgram(recording, root) : [])],
    (path) => folder.sha256(path),
    places,
    folder,
    [
      ...left.beside,
      ...renamedRegistrations(registrations, root, scope === 'whole' ? stamp : undefined),
      ...misnamed(
        resources.filter(({ address }) => urns.has(address)),
        stamp.existing,
      ),
    ],
    // A program has one stack. Other programs are run on their own.
    { own: stack, others: [] },
  );
}

/** @throws ArtefactError if it isn't what the recorder writes */
function registrationsIn({ version, resources, invokes, outputs }: Json, file: string): Registration[] {
  const isWhole = version === 1 && Array.isArray(resources) && Array.isArray(invokes) && isObject(outputs);
  if (!isWhole) throw new ArtefactError(file, 'must be a recording of version 1');
  const registrations = listIn(resources, file, 'resources').map((one, index) => registrationIn(one, file, index));
  const urns = new Set(registrations.map(({ urn }) => urn));
  const areFamily = registrations.every(({ parent }) => parent === null || urns.has(parent));
  if (urns.size < registrations.length || !areFamily) {
    throw new ArtefactError(file, 'must have each resource once, and its parent');
  }
  return registrations;
}

function stampOf({ urn, outputs = {} }: Registration, file: string, scope: Scope): Stamp {
  // The places are references here, and not texts. Only in an app's program the component also registers the architecture.
  const { outputs: values, where: _, stored, ...stamp } = outputs;
  return readStamp(
    {
      ...stamp,
      ...(scope === 'whole' && stored !== undefined && { stored }),
      path: urn,
      outputs: Object.keys(isObject(values) ? values : {}),
    },
    file,
  );
}

/** Context in which the resources of a recording are read. */
interface Around {
  readonly registrations: readonly Registration[];
  readonly providers: readonly unknown[];
  readonly root: Registration;
  readonly scope: Scope;
  readonly places: readonly Place[];
  readonly inputsOf: (registration: Registration) => Json;
}

function resourcesOf(recording: Json, file: string, around: Around): Resource[] {
  const { registrations, providers: inherited, root, scope, places, inputsOf } = around;
  const byUrn = new Map(registrations.map((registration) => [registration.urn, registration]));
  const placed = (value: unknown) => withPlaces(resolve(value), places);
  const others = registrations.filter((one) => componentIn(one.type) === wholeComponent && one !== root);
  const resources = registrations
    // The stack and our own components have no properties except the stamp, which is already read.
    .filter((registration) => !saysNothing(registration))
    .map((registration) => {
      const { element, kind } = componentOf(registration, root, byUrn);
      const isElement = element === registration;
      const name = element && element.name.slice(root.name.length + 1);
      const local = isElement || !element ? '' : registration.name.slice(element.name.length + 1);
      const place =
        kind === 'foundation' ? { owner: 'foundation' as const } : kind && name ? ownerOf([kind, name]) : undefined;
      const { type, urn, custom, inputs, options } = registration;
      const written = {
        ...(options && Object.keys(options).length > 0 && { options }),
        ...(custom !== true && { custom }),
        ...foreignIn(registration),
      };
      const isForeign = others.some((other) => componentOf(registration, other, byUrn).element !== undefined);
      return new Resource(
        urn,
        type,
        withPlaces({ inputs: kind ? inputsOf(registration) : resolve(inputs), ...(resolve(written) as Json) }, places),
        place?.owner,
        local,
        isForeign,
      );
    });
  // Only a program with nothing but the architecture has to export the values under the same names.
  const values = scope === 'whole' ? recording['outputs'] : root.outputs?.['outputs'];
  const outputs = Object.entries(isObject(values) ? values : {}).map(
    ([name, value]) => new Resource(`outputs/${name}`, 'output', { value: placed(value) }, 'outputs', name),
  );
  const asked = new Set(resources.filter(({ owner }) => owner).flatMap(({ properties }) => pointersIn(properties)));
  const invokes = listIn(recording['invokes'], file, 'invokes').map(({ id, token, args, ...said }, index) => {
    const { provider, ...foreign } = said;
    const isOwn = provider !== undefined && !inherited.includes(provider);
    const [address, type] = [
      textIn(id, file, 'invokes', `${index}`, 'id'),
      textIn(token, file, 'invokes', `${index}`, 'token'),
    ];
    const owner = asked.has(address) ? ('foundation' as const) : undefined;
    return new Resource(address, type, { args: placed(args), ...foreign, ...(isOwn && { provider }) }, owner, type);
  });
  return [...resources, ...outputs, ...invokes];
}

function saysNothing(registration: Registration): boolean {
  const { type, custom, inputs, options = {} } = registration;
  return (
    (isComponent(type) || type === stackType) &&
    custom === false &&
    [inputs, options, foreignIn(registration)].every(isEmpty)
  );
}

const isEmpty = (map: object): boolean => Object.keys(map).length === 0;

/** Everything that the recorder doesn't write. Dependencies follow from inputs and options. */
function foreignIn(registration: Registration): Json {
  const known = ['urn', 'type', 'name', 'parent', 'custom', 'inputs', 'outputs', 'options', 'dependencies'];
  return Object.fromEntries(Object.entries(registration).filter(([key]) => !known.includes(key)));
}
