import type { GcpFoundationFact } from '../../facts/foundation';
import type { Artefact } from '../artefact';
import { isPointer, Join } from '../made';
import { equal, to, type Resource } from '../resource';
import { buildAccount, buildRoles, rolesIn } from './build';
import { pathIn, type Dialect } from './dialect';
import { requireServices } from './needs';
import { isWait, waitBefore } from './wait';

/** Tests that a member is Pub/Sub's agent in the project of the foundation's data source. */
export const isPubSub = (member: unknown, dialect: Dialect, artefact: Artefact): boolean => {
  const right = pubsubMember(dialect, artefact);
  return right !== undefined && equal(member, right);
};

function pubsubMember(dialect: Dialect, artefact: Artefact): unknown {
  const project = artefact.part('foundation', dialect.types.project);
  const number = project && to(project, 'number');
  return isPointer(number)
    ? new Join(['serviceAccount:service-', number, '@gcp-sa-pubsub.iam.gserviceaccount.com'])
    : undefined;
}

/** Reads the service agent that is created, which is Pub/Sub's. */
export function readAgents(dialect: Dialect, artefact: Artefact): Pick<GcpFoundationFact, 'agents'> {
  const agent = artefact.part('foundation', dialect.types.agent);
  if (!agent) return {};
  agent.fixed(pathIn(dialect, 'project'), dialect.project);
  requireServices(agent, dialect.waits, ['pubsub'], dialect, artefact);
  dialect.options.isBeta(agent);
  const isRight = agent.fixed(pathIn(dialect, 'service'), 'pubsub.googleapis.com');
  return isRight ? { agents: ['pubsub'] } : {};
}

/** Reads what follows a wait of the foundation. */
export function readWaits(dialect: Dialect, artefact: Artefact): Pick<GcpFoundationFact, 'waits'> {
  const waits = (['agents', 'build'] as const).filter((name) => {
    const wait = waitBefore(name, dialect, artefact);
    return wait && (name === 'agents' ? isForAgents : isForBuild)(wait, dialect, artefact);
  });
  return waits.length > 0 ? { waits } : {};
}

function isForAgents(wait: Resource, dialect: Dialect, artefact: Artefact): boolean {
  const agent = artefact.part('foundation', dialect.types.agent);
  const storage = artefact.part('foundation', dialect.types.storageAgent);
  const since = {
    ...(agent && { pubsub: pubsubMember(dialect, artefact) }),
    ...(storage && { storage: to(storage, 'member') }),
  };
  return isWait(wait, since, [], agent ? [agent] : [], dialect, artefact);
}

function isForBuild(wait: Resource, dialect: Dialect, artefact: Artefact): boolean {
  const account = buildAccount(dialect, artefact);
  const services = ['artifactregistry', 'cloudbuild', 'cloudfunctions', 'run'];
  const since = {
    account: account && to(account, 'email'),
    roles: rolesIn(dialect, artefact).join(' '),
    services: services.map((service) => `${service}.googleapis.com`).join(' '),
  };
  return isWait(wait, since, services, buildRoles(dialect, artefact), dialect, artefact);
}
