import type { ServiceFact } from '../../facts/service';
import type { ElementId } from '../../model/name';
import type { Artefact } from '../artefact';
import { readServiceColdStart, type ScalingWords } from '../gcp/cold-start';
import { readEnvironment, readProbes, readWords, type ProbeWords, type SecretWords } from '../gcp/container';
import { readMemory } from '../gcp/memory';
import { readNeeds } from '../gcp/needs';
import type { ReadSchedule } from '../gcp/schedule';
import type { ReadTriggers } from '../gcp/trigger';
import type { ReadWarmer } from '../gcp/warmer';
import type { Resource } from '../resource';
import { tagsOf } from '../tags';
import { accountOf, readSchedule } from './cold-start';
import { readGrants } from './grant';
import { elementAt, lookupIn, region, servicesIn, to } from './reference';
import { readServiceAccount } from './service-account';
import { readTriggers } from './trigger';
import { readWarmer } from './warmer';

const container = ['template', 'containers', '0'];

const probeWords: ProbeWords = {
  startup: 'startup_probe',
  liveness: 'liveness_probe',
  get: 'http_get',
  period: 'period_seconds',
  timeout: 'timeout_seconds',
  failures: 'failure_threshold',
};

const secretWords: SecretWords = { source: 'value_source', key: 'secret_key_ref' };

const scalingWords: ScalingWords = {
  mode: ['scaling', 'scaling_mode'],
  manual: ['scaling', 'manual_instance_count'],
  revision: ['template', 'scaling'],
  min: 'min_instance_count',
  max: 'max_instance_count',
};

/** How long a request may take where nothing is written, in seconds. */
const requestSeconds = 300;

export function readService(name: string, artefact: Artefact): Partial<ServiceFact> | undefined {
  const id: ElementId = `services.${name}`;
  const service = artefact.part(id, 'google_cloud_run_v2_service');
  if (!service) return undefined;
  const account = accountOf(id, artefact);
  const grants = readGrants(id, account, artefact);
  const schedule = readSchedule('services', service, account, 0, artefact);
  const warmer = readWarmer(service, 'uri', artefact);
  const triggers = readTriggers(service, 'uri', requestSeconds, artefact);
  service.fixed(['location'], region);
  service.fixed(['template', 'service_account'], account && to(account, 'email'));
  service.fixed(['template', 'max_instance_request_concurrency'], 80);
  service.fixed(['traffic'], [{ type: 'TRAFFIC_TARGET_ALLOCATION_TYPE_LATEST', percent: 100 }]);
  service.fixed(['deletion_protection'], false);
  const port = service.number([...container, 'ports', 'container_port']);
  const run = readContainer(service, artefact);
  return {
    ...run,
    port,
    ingress: readIngress(service),
    healthCheck: readProbes(service, container, port, probeWords),
    coldStart: readServiceColdStart(service, scalingWords, schedule, warmer),
    triggers: triggers.triggers,
    ...triggers.retry,
    uses: grants.uses,
    physicalNames: readNames(id, service, account, artefact, schedule, warmer, triggers),
    needs: readNeeds(service, ['depends_on'], servicesIn(artefact), [
      ...grants.resources,
      ...versionsOf(Object.values(run.secrets ?? {}), artefact),
    ]),
    tags: tagsOf([service, ...triggers.labelled], ['labels']),
  };
}

function readContainer(service: Resource, artefact: Artefact) {
  service.fixed([...container, 'resources', 'cpu_idle'], true);
  service.fixed([...container, 'resources', 'startup_cpu_boost'], true);
  const variables = service.as([...container, 'env'], (value) =>
    readEnvironment(value, secretWords, lookupIn(artefact), (pointer) =>
      elementAt(pointer, 'google_secret_manager_secret', 'id', artefact),
    ),
  );
  return {
    image: service.string([...container, 'image']),
    command: service.as([...container, 'args'], readWords),
    environment: variables?.environment,
    secrets: variables?.secrets,
    cpu: service.one(
      [...container, 'resources', 'limits', 'cpu'],
      ...[1, 2, 4, 8].map((cpu) => [String(cpu), cpu] as const),
    ),
    memoryMiB: service.as([...container, 'resources', 'limits', 'memory'], readMemory),
  };
}

/** The first versions of these secrets: before, no instance could be given their values. */
const versionsOf = (secrets: readonly string[], artefact: Artefact): Resource[] =>
  [...new Set(secrets)].flatMap(
    (name) => artefact.part(`secrets.${name}`, 'google_secret_manager_secret_version') ?? [],
  );

/** From where it can be reached, and whether callers must say who they are: two settings that have to agree. */
function readIngress(service: Resource): ServiceFact['ingress'] | undefined {
  const from = service.one(['ingress'], ['INGRESS_TRAFFIC_ALL', 'public'], ['INGRESS_TRAFFIC_INTERNAL_ONLY', 'none']);
  const by = service.one(['invoker_iam_disabled'], [true, 'public'], [false, 'none']);
  return from === by ? (from as ServiceFact['ingress']) : undefined;
}

function readNames(
  id: ElementId,
  service: Resource,
  account: Resource | undefined,
  artefact: Artefact,
  schedule: ReadSchedule | undefined,
  warmer: ReadWarmer | undefined,
  triggers: ReadTriggers,
) {
  const [name, serviceAccount] = [service.string(['name']), readServiceAccount(id, account, artefact)];
  return name !== undefined && serviceAccount !== undefined
    ? { service: name, serviceAccount, ...schedule?.names, ...warmer?.names, ...triggers.names }
    : undefined;
}
