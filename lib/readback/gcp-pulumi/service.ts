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

const container = ['inputs', 'template', 'containers', '0'];

const probeWords: ProbeWords = {
  startup: 'startupProbe',
  liveness: 'livenessProbe',
  get: 'httpGet',
  period: 'periodSeconds',
  timeout: 'timeoutSeconds',
  failures: 'failureThreshold',
};

const secretWords: SecretWords = { source: 'valueSource', key: 'secretKeyRef' };

const scalingWords: ScalingWords = {
  mode: ['inputs', 'scaling', 'scalingMode'],
  manual: ['inputs', 'scaling', 'manualInstanceCount'],
  revision: ['inputs', 'template', 'scaling'],
  min: 'minInstanceCount',
  max: 'maxInstanceCount',
};

/** How long a request may take where nothing is written, in seconds. */
const requestSeconds = 300;

export function readService(name: string, artefact: Artefact): Partial<ServiceFact> | undefined {
  const id: ElementId = `services.${name}`;
  const service = artefact.part(id, 'gcp:cloudrunv2/service:Service');
  if (!service) return undefined;
  const account = accountOf(id, artefact);
  const grants = readGrants(id, account, artefact);
  const schedule = readSchedule('services', service, account, 0, artefact);
  const warmer = readWarmer(service, 'uri', artefact);
  const triggers = readTriggers(service, 'uri', requestSeconds, artefact);
  service.fixed(['inputs', 'location'], region);
  service.fixed(['inputs', 'template', 'serviceAccount'], account && to(account, 'email'));
  service.fixed(['inputs', 'template', 'maxInstanceRequestConcurrency'], 80);
  service.fixed(['inputs', 'traffics'], [{ type: 'TRAFFIC_TARGET_ALLOCATION_TYPE_LATEST', percent: 100 }]);
  service.fixed(['inputs', 'deletionProtection'], false);
  const port = service.number([...container, 'ports', 'containerPort']);
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
    needs: readNeeds(service, ['options', 'dependsOn'], servicesIn(artefact), [
      ...grants.resources,
      ...versionsOf(Object.values(run.secrets ?? {}), artefact),
    ]),
    tags: tagsOf([service, ...triggers.labelled], ['inputs', 'labels']),
  };
}

function readContainer(service: Resource, artefact: Artefact) {
  service.fixed([...container, 'resources', 'cpuIdle'], true);
  service.fixed([...container, 'resources', 'startupCpuBoost'], true);
  const variables = service.as([...container, 'envs'], (value) =>
    readEnvironment(value, secretWords, lookupIn(artefact), (pointer) =>
      elementAt(pointer, 'gcp:secretmanager/secret:Secret', 'id', artefact),
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
    (name) => artefact.part(`secrets.${name}`, 'gcp:secretmanager/secretVersion:SecretVersion') ?? [],
  );

/** From where it can be reached, and whether callers must say who they are: two settings that have to agree. */
function readIngress(service: Resource): ServiceFact['ingress'] | undefined {
  const from = service.one(
    ['inputs', 'ingress'],
    ['INGRESS_TRAFFIC_ALL', 'public'],
    ['INGRESS_TRAFFIC_INTERNAL_ONLY', 'none'],
  );
  const by = service.one(['inputs', 'invokerIamDisabled'], [true, 'public'], [false, 'none']);
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
  const [name, serviceAccount] = [service.string(['inputs', 'name']), readServiceAccount(id, account, artefact)];
  return name !== undefined && serviceAccount !== undefined
    ? { service: name, serviceAccount, ...schedule?.names, ...warmer?.names, ...triggers.names }
    : undefined;
}
