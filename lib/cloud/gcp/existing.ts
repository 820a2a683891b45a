import type { ResolvedArchitecture } from '../../model/architecture';
import { existingOn } from '../../model/existing';
import type { ExistingKind } from '../../model/existing-form';
import { splitElementId, type ElementId } from '../../model/name';
import type { ExistingPlan } from '../existing';
import { services } from './services';

/** The resources that something else owns, with the attributes that their names contain. */
export const planExisting = (architecture: ResolvedArchitecture): ExistingPlan[] =>
  Object.entries(existingOn(architecture, 'gcp')).map(([id, resource]) => {
    const element = id as ElementId;
    return { element, ...parts[splitElementId(element).kind as ExistingKind](resource) };
  });

/** The part of each kind's element, out of its name, which is `projects/<project>/…/<name>`. */
const parts: Readonly<Record<ExistingKind, (resource: string) => Omit<ExistingPlan, 'element'>>> = {
  queues: (id) => ({ part: 'topic', attributes: { id, name: last(id) } }),
  topics: (id) => ({ part: 'topic', attributes: { id, name: last(id) } }),
  buckets: (resource) => ({ part: 'bucket', attributes: { name: last(resource) } }),
  secrets: (id) => ({ part: 'secret', attributes: { id } }),
  tables: (resource) => ({
    part: 'database',
    attributes: { name: last(resource), project: resource.split('/')[1]! },
  }),
};

const last = (resource: string): string => resource.slice(resource.lastIndexOf('/') + 1);

/** Calls to a resource count to the project of the caller, which needs the service's API as well. */
const apis: Readonly<Record<ExistingKind, string>> = {
  queues: services.pubsub,
  topics: services.pubsub,
  buckets: services.storage,
  tables: services.firestore,
  secrets: services.secrets,
};

/** The Google APIs that existing resources need. */
export const neededByExisting = (architecture: ResolvedArchitecture): string[] =>
  Object.keys(existingOn(architecture, 'gcp')).map((id) => apis[splitElementId(id as ElementId).kind as ExistingKind]);
