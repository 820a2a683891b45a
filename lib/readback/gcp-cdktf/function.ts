import type { FunctionFact } from '../../facts/function';
import type { ElementId } from '../../model/name';
import type { Artefact } from '../artefact';
import { readFunctionColdStart } from '../gcp/cold-start';
import { readMemory } from '../gcp/memory';
import { readNeeds } from '../gcp/needs';
import { readRuntime } from '../gcp/runtime';
import type { ReadSchedule } from '../gcp/schedule';
import type { ReadTriggers } from '../gcp/trigger';
import type { ReadWarmer } from '../gcp/warmer';
import type { Resource } from '../resource';
import { tagsOf } from '../tags';
import { readTexts } from '../text';
import { readAlarms } from './alarm';
import { accountOf, readSchedule } from './cold-start';
import { readGrants } from './grant';
import { ingressOf, readInvokers } from './invoker';
import { buildRoles, lookupIn, region, servicesIn, to } from './reference';
import { readServiceAccount } from './service-account';
import { readTriggers } from './trigger';
import { readWarmer } from './warmer';

const boundWords = { min: 'min_instance_count', max: 'max_instance_count' };

export function readFunction(name: string, artefact: Artefact): Partial<FunctionFact> | undefined {
  const id: ElementId = `functions.${name}`;
  const handler = artefact.part(id, 'google_cloudfunctions2_function');
  if (!handler) return undefined;
  const account = accountOf(id, artefact);
  const grants = readGrants(id, account, artefact);
  handler.fixed(['location'], region);
  handler.fixed(['service_config', 'service_account_email'], account && to(account, 'email'));
  handler.fixed(['service_config', 'all_traffic_on_latest_revision'], true);
  handler.fixed(['service_config', 'max_instance_request_concurrency'], 1);
  const invokedBy = readInvokers(id, handler, artefact);
  const outside = handler.number(['service_config', 'min_instance_count']);
  const schedule = readSchedule('functions', handler, account, outside, artefact);
  const warmer = readWarmer(handler, 'url', artefact);
  const timeoutSeconds = handler.number(['service_config', 'timeout_seconds']);
  const triggers = readTriggers(handler, 'url', timeoutSeconds, artefact);
  return {
    runtime: handler.as(['build_config', 'runtime'], readRuntime),
    handler: handler.string(['build_config', 'entry_point']),
    code: readCode(id, name, handler, artefact),
    memoryMiB: handler.as(['service_config', 'available_memory'], readMemory),
    timeoutSeconds,
    environment: handler.as(['service_config', 'environment_variables'], (value) =>
      readTexts(value, lookupIn(artefact)),
    ),
    http: ingressOf(handler, invokedBy),
    uses: grants.uses,
    coldStart: readFunctionColdStart(handler, ['service_config'], boundWords, schedule, warmer),
    triggers: triggers.triggers,
    ...triggers.retry,
    alarms: readAlarms(id, [{ means: 'errors', name: to(handler, 'name') }], artefact),
    invokedBy,
    physicalNames: readNames(id, handler, account, artefact, schedule, warmer, triggers),
    needs: readNeeds(handler, ['depends_on'], servicesIn(artefact), [...buildRoles(artefact), ...grants.resources]),
    tags: tagsOf([handler, ...triggers.labelled], ['labels']),
  };
}

/** The archive that is uploaded; the function is built from it, out of the ground's bucket into the ground's repository. */
function readCode(id: ElementId, name: string, handler: Resource, artefact: Artefact): { sha256: string } | undefined {
  const object = artefact.part(id, 'google_storage_bucket_object');
  const [bucket, repository, builder] = [
    'google_storage_bucket',
    'google_artifact_registry_repository',
    'google_service_account',
  ].map((type) => artefact.part('foundation', type));
  object?.fixed(['bucket'], bucket && to(bucket, 'name'));
  handler.fixed(
    ['build_config', 'source'],
    object && { storage_source: { bucket: to(object, 'bucket'), object: to(object, 'name') } },
  );
  handler.fixed(['build_config', 'docker_repository'], repository && to(repository, 'id'));
  handler.fixed(['build_config', 'service_account'], builder && to(builder, 'name'));
  const sha256 = object?.as(['source'], (file) => (typeof file === 'string' ? artefact.sha256(file) : undefined));
  object?.fixed(['name'], sha256 && `functions/${name}/${sha256}.zip`);
  if (object && artefact.stamp.withoutCode.includes(name)) readRefusal(object);
  return sha256 === undefined ? undefined : { sha256 };
}

/** An archive that was left empty is marked, so that it can't be deployed. */
function readRefusal(object: Resource): void {
  object.fixed(['lifecycle', 'precondition', '0', 'condition'], { expression: 'path.module == null' });
  object.fixed(
    ['lifecycle', 'precondition', '0', 'error_message'],
    'the code was left out: build it, and synthesize without `withoutCode`',
  );
}

function readNames(
  id: ElementId,
  handler: Resource,
  account: Resource | undefined,
  artefact: Artefact,
  schedule: ReadSchedule | undefined,
  warmer: ReadWarmer | undefined,
  triggers: ReadTriggers,
) {
  const [name, serviceAccount] = [handler.string(['name']), readServiceAccount(id, account, artefact)];
  return name !== undefined && serviceAccount !== undefined
    ? { function: name, serviceAccount, ...schedule?.names, ...warmer?.names, ...triggers.names }
    : undefined;
}
