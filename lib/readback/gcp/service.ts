import type { GcpServiceFact } from '../../facts/service';
import type { ElementId } from '../../model/name';
import type { Artefact } from '../artefact';
import { to, type Resource } from '../resource';
import { readAlarms } from './alarm';
import { readSchedule, readServiceColdStart } from './cold-start';
import { readEnvironment, readProbes, readWords } from './container';
import { pathIn, type Dialect } from './dialect';
import { readGrants } from './grant';
import { readMemory } from './memory';
import { labelsOf } from './label';
import { readNeeds } from './needs';
import { readServiceNetwork, waysIn } from './network';
import { accountOf, readServiceAccount } from './service-account';
import { readTriggers } from './trigger';
import { readWarmer } from './warmer';

/** Cloud Run's default timeout of a request, in seconds. */
const requestSeconds = 300;

export function readService(name: string, dialect: Dialect, artefact: Artefact): Partial<GcpServiceFact> | undefined {
  const id: ElementId = `services.${name}`;
  const service = artefact.part(id, dialect.types.service);
  if (!service) return undefined;
  const at = (...words: readonly string[]) => pathIn(dialect, ...words);
  const account = accountOf(id, dialect, artefact);
  const grants = readGrants(id, account, dialect, artefact);
  const schedule = readSchedule('services', service, account, 0, dialect, artefact);
  const warmer = readWarmer(service, 'uri', dialect, artefact);
  const triggers = readTriggers(service, 'uri', requestSeconds, dialect, artefact);
  service.fixed(at('location'), dialect.region);
  service.fixed(at('template', 'service_account'), account && to(account, 'email'));
  service.fixed(at('traffic[]'), [{ type: 'TRAFFIC_TARGET_ALLOCATION_TYPE_LATEST', percent: 100 }]);
  service.fixed(at('deletion_protection'), false);
  const run = readContainer(service, dialect, artefact);
  const network = readServiceNetwork(service, dialect, artefact);
  const [physicalName, serviceAccount] = [
    service.string(at('name')),
    readServiceAccount(id, account, dialect, artefact),
  ];
  return {
    ...run,
    requestsPerInstance: service.number(at('template', 'max_instance_request_concurrency')),
    ingress: readIngress(service, dialect),
    coldStart: readServiceColdStart(service, dialect, schedule, warmer),
    triggers: triggers.triggers,
    ...triggers.retry,
    alarms: readAlarms(id, { unhealthy: to(service, 'name') }, dialect, artefact),
    network,
    uses: grants.uses,
    physicalNames:
      physicalName !== undefined && serviceAccount !== undefined
        ? { service: physicalName, serviceAccount, ...schedule?.names, ...warmer?.names, ...triggers.names }
        : undefined,
    needs: readNeeds(service, dialect, artefact, [
      ...grants.resources,
      ...(network === 'none' ? [] : waysIn(dialect, artefact)),
      ...versionsOf(Object.values(run.secrets ?? {}), dialect, artefact),
    ]),
    tags: labelsOf([service, ...triggers.labelled], artefact.parts(id, dialect.types.alarm), dialect),
  };
}

function readContainer(service: Resource, dialect: Dialect, artefact: Artefact) {
  const container = pathIn(dialect, 'template', 'containers', '0');
  const at = (...words: readonly string[]) => [...container, ...words.map(dialect.word)];
  service.fixed(at('resources', 'startup_cpu_boost'), true);
  const variables = service.as(at('env[]'), (value) => readEnvironment(value, dialect, artefact));
  const port = service.number(at('ports', 'container_port'));
  return {
    image: service.string(at('image')),
    command: service.as(at('args'), readWords),
    environment: variables?.environment,
    secrets: variables?.secrets,
    cpu: service.one(at('resources', 'limits', 'cpu'), ...[1, 2, 4, 8].map((cpu) => [String(cpu), cpu] as const)),
    cpuAlways: service.one(at('resources', 'cpu_idle'), [true, false], [false, true]),
    memoryMiB: service.as(at('resources', 'limits', 'memory'), readMemory),
    port,
    healthCheck: readProbes(service, container, port, dialect),
  };
}

/** The first versions of these secrets: Cloud Run can't start an instance before they exist. */
const versionsOf = (secrets: readonly string[], dialect: Dialect, artefact: Artefact): Resource[] =>
  [...new Set(secrets)].flatMap((name) => artefact.part(`secrets.${name}`, dialect.types.secretVersion) ?? []);

/** Reads two settings that have to agree: the networks that requests may come from, and the check of who calls. */
function readIngress(service: Resource, dialect: Dialect): GcpServiceFact['ingress'] | undefined {
  const from = service.one<GcpServiceFact['ingress']>(
    pathIn(dialect, 'ingress'),
    ['INGRESS_TRAFFIC_ALL', 'public'],
    ['INGRESS_TRAFFIC_INTERNAL_ONLY', 'none'],
  );
  const by = service.one(pathIn(dialect, 'invoker_iam_disabled'), [true, 'public'], [false, 'none']);
  return from === by ? from : undefined;
}
