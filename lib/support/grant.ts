import type { ResolvedArchitecture } from '../model/architecture';
import { splitElementId, type ElementId } from '../model/name';
import { targets } from '../model/target';
import type { UsableKind, WithUses } from '../model/grant';
import { loneFunction } from './api';
import { on, type Occurrence, type Rule } from './rule';

/** What becomes of what functions, or services, may do with other elements. */
const rulesOf = (user: 'functions' | 'services'): readonly Rule<WithUses>[] => [
  {
    path: `${user}.uses`,
    value: 'write on a table',
    on: on('gcp'),
    is: 'approximated',
    becomes: 'readwrite',
    reason: 'Firestore has no role that writes and does not read',
    applies: ({ element }) => usedOf('tables', element).some((id) => element.uses[id] === 'write'),
  },
  {
    path: `${user}.uses`,
    value: 'write on a bucket',
    on: on('gcp'),
    is: 'approximated',
    becomes: 'readwrite',
    reason: 'Cloud Storage has no role that replaces and deletes objects and does not read them',
    applies: ({ element }) => usedOf('buckets', element).some((id) => element.uses[id] === 'write'),
  },
  {
    path: `${user}.uses`,
    value: 'a table',
    on: on('gcp'),
    is: 'approximated',
    becomes: 'a role on the project, with a condition that names the database',
    reason: 'no IAM policy can be set on one Firestore database',
    applies: ({ element }) => usedOf('tables', element).length > 0,
  },
  {
    path: `${user}.uses`,
    value: 'invoke on a function behind an API',
    on: on('gcp'),
    is: 'refused',
    reason: 'a load balancer can not say who it is, so the function admits everybody who reaches it, as its users do',
    hint: 'call the API, or move what both need into a function of its own',
    applies: (occurrence) =>
      usedOf('functions', occurrence.element).some((id) => isBehindBalancer(id, occurrence.architecture)),
  },
  {
    path: `${user}.uses`,
    value: 'invoke on a service with ingress: public',
    on: on('aws'),
    is: 'approximated',
    becomes: 'nothing: the load balancer lets everybody through',
    reason: 'a container is reached over the network, where nobody asks who calls',
    applies: (occurrence) => servicesUsed(occurrence).some(({ ingress }) => ingress === 'public'),
  },
  {
    path: `${user}.uses`,
    value: 'invoke on a service with ingress: none',
    on: targets,
    is: 'refused',
    reason: 'nobody reaches a service without ingress, whatever they may do',
    hint: 'give it ingress: public, or let a function do its work',
    applies: (occurrence) => servicesUsed(occurrence).some(({ ingress }) => ingress === 'none'),
  },
];

const usedOf = (kind: UsableKind, { uses }: WithUses): ElementId[] =>
  (Object.keys(uses) as ElementId[]).filter((id) => splitElementId(id).kind === kind);

const servicesUsed = ({ element, architecture: { services } }: Occurrence<WithUses>) =>
  usedOf('services', element).flatMap((id) => services[splitElementId(id).name] ?? []);

/** Whether an API has a route to the function, and keeps everybody else from it. */
const isBehindBalancer = (id: ElementId, { functions, apis }: ResolvedArchitecture): boolean =>
  functions[splitElementId(id).name]?.http === undefined &&
  Object.values(apis).some((api) => Object.values(api.routes).some(({ to }) => to === id)) &&
  !Object.values(apis).some((api) => loneFunction(api, { functions }) === id);

export const grantRules = { functions: rulesOf('functions'), services: rulesOf('services') } as const;
