import type { ResolvedArchitecture } from '../model/architecture';
import type { UsableKind, Uses, WithUses } from '../model/grant';
import { splitElementId, type ElementId } from '../model/name';
import { targets } from '../model/target';
import { loneFunction } from './api';
import { on, stays, type Occurrence, type Rule } from './rule';

/** The rules for what functions, or services, may do with other elements. */
const rulesOf = (user: 'functions' | 'services'): readonly Rule<WithUses>[] => [
  {
    path: `${user}.uses`,
    value: 'write on a table',
    on: on('gcp'),
    is: 'approximated',
    becomes: { text: 'readwrite', value: ({ element }) => ({ uses: readwrite('tables', element) }) },
    reason: 'Firestore has no role that allows writing without reading',
    applies: ({ element }) => usedOf('tables', element).some((id) => element.uses[id] === 'write'),
  },
  {
    path: `${user}.uses`,
    value: 'write on a bucket',
    on: on('gcp'),
    is: 'approximated',
    becomes: { text: 'readwrite', value: ({ element }) => ({ uses: readwrite('buckets', element) }) },
    reason: 'Cloud Storage has no role that allows replacing and deleting objects without reading them',
    applies: ({ element }) => usedOf('buckets', element).some((id) => element.uses[id] === 'write'),
  },
  {
    path: `${user}.uses`,
    value: 'a table',
    on: on('gcp'),
    is: 'approximated',
    becomes: { text: 'a role on the project, with a condition that names the database', value: stays },
    reason: 'Firestore has no IAM policy per database',
    applies: ({ element }) => usedOf('tables', element).length > 0,
  },
  {
    path: `${user}.uses`,
    value: 'invoke on a function behind an API',
    on: on('gcp'),
    is: 'refused',
    reason: "a load balancer can't authenticate, so the function has to accept every request that reaches it",
    hint: 'call the API, or move the shared code into a separate function',
    applies: (occurrence) =>
      usedOf('functions', occurrence.element).some((id) => isBehindBalancer(id, occurrence.architecture)),
  },
  {
    path: `${user}.uses`,
    value: 'invoke on a service with ingress: public',
    on: on('aws'),
    is: 'approximated',
    becomes: {
      text: 'no permission, because the load balancer accepts every request',
      value: ({ element }) => ({ uses: without('services', element) }),
    },
    reason: 'calls go over the network, and no policy checks the caller',
    applies: (occurrence) => servicesUsed(occurrence).some(({ ingress }) => ingress === 'public'),
  },
  {
    path: `${user}.uses`,
    value: 'invoke on a service with ingress: none',
    on: targets,
    is: 'refused',
    reason: 'a service without ingress is unreachable, regardless of permissions',
    hint: 'set ingress: public, or move its work into a function',
    applies: (occurrence) => servicesUsed(occurrence).some(({ ingress }) => ingress === 'none'),
  },
];

const isOf = (kind: UsableKind, id: string): boolean => splitElementId(id as ElementId).kind === kind;

const usedOf = (kind: UsableKind, { uses }: WithUses): ElementId[] =>
  (Object.keys(uses) as ElementId[]).filter((id) => isOf(kind, id));

/** The uses of an element, where whoever may write elements of a kind may read them too. */
const readwrite = (kind: UsableKind, { uses }: WithUses): Uses =>
  Object.fromEntries(
    Object.entries(uses).map(([id, verb]) => [id, isOf(kind, id) && verb === 'write' ? 'readwrite' : verb]),
  );

const without = (kind: UsableKind, { uses }: WithUses): Uses =>
  Object.fromEntries(Object.entries(uses).filter(([id]) => !isOf(kind, id)));

const servicesUsed = ({ element, architecture: { services } }: Occurrence<WithUses>) =>
  usedOf('services', element).flatMap((id) => services[splitElementId(id).name] ?? []);

/** Tells whether an API has a route to the function, and is the only way to it. */
const isBehindBalancer = (id: ElementId, { functions, apis }: ResolvedArchitecture): boolean =>
  functions[splitElementId(id).name]?.http === undefined &&
  Object.values(apis).some((api) => Object.values(api.routes).some(({ to }) => to === id)) &&
  !Object.values(apis).some((api) => loneFunction(api, { functions }) === id);

export const grantRules = { functions: rulesOf('functions'), services: rulesOf('services') } as const;
