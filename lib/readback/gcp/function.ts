import type { GcpFunctionFact } from '../../facts/function';
import type { ElementId } from '../../model/name';
import type { Artefact } from '../artefact';
import { to, type Resource } from '../resource';
import { readTexts } from '../text';
import { readAlarms } from './alarm';
import { readFunctionColdStart, readSchedule } from './cold-start';
import { pathIn, type Dialect } from './dialect';
import { spell } from '../spell';
import { readGrants } from './grant';
import { readIngress, readInvokers } from './invoker';
import { readMemory } from './memory';
import { labelsOf } from './label';
import { readNeeds } from './needs';
import { readFunctionNetwork, waysIn } from './network';
import { lookupIn } from './reference';
import { readRuntime } from './runtime';
import { accountOf, readServiceAccount } from './service-account';
import { readTriggers } from './trigger';
import { waitBefore } from './wait';
import { readWarmer } from './warmer';

export function readFunction(name: string, dialect: Dialect, artefact: Artefact): Partial<GcpFunctionFact> | undefined {
  const id: ElementId = `functions.${name}`;
  const handler = artefact.part(id, dialect.types.function);
  if (!handler) return undefined;
  const at = (...words: readonly string[]) => pathIn(dialect, ...words);
  const inService = (word: string) => at('service_config', word);
  const account = accountOf(id, dialect, artefact);
  const grants = readGrants(id, account, dialect, artefact);
  handler.fixed(at('location'), dialect.region);
  handler.fixed(inService('service_account_email'), account && to(account, 'email'));
  handler.fixed(inService('all_traffic_on_latest_revision'), true);
  const invokedBy = readInvokers(id, handler, dialect, artefact);
  const outside = handler.number(inService('min_instance_count'));
  const schedule = readSchedule('functions', handler, account, outside, dialect, artefact);
  const warmer = readWarmer(handler, dialect.functionUri, dialect, artefact);
  const wait = waitBefore('build', dialect, artefact);
  const timeoutSeconds = handler.number(inService('timeout_seconds'));
  const triggers = readTriggers(handler, dialect.functionUri, timeoutSeconds, dialect, artefact);
  const memoryMiB = handler.as(inService('available_memory'), readMemory);
  const network = readFunctionNetwork(handler, dialect, artefact);
  const ways = network === 'none' ? [] : waysIn(dialect, artefact);
  const [physicalName, serviceAccount] = [
    handler.string(at('name')),
    readServiceAccount(id, account, dialect, artefact),
  ];
  return {
    runtime: handler.as(at('build_config', 'runtime'), readRuntime),
    handler: handler.string(at('build_config', 'entry_point')),
    code: readCode(id, name, handler, dialect, artefact),
    memoryMiB,
    concurrencyPerInstance: readConcurrency(handler, memoryMiB, dialect),
    timeoutSeconds,
    environment: handler.as(inService('environment_variables'), (value) =>
      readTexts(value, lookupIn(dialect, artefact)),
    ),
    http: readIngress(handler, invokedBy, dialect),
    network,
    uses: grants.uses,
    coldStart: readFunctionColdStart(handler, dialect, schedule, warmer),
    triggers: triggers.triggers,
    ...triggers.retry,
    alarms: readAlarms(id, { errors: to(handler, 'name'), throttles: to(handler, 'name') }, dialect, artefact),
    invokedBy,
    physicalNames:
      physicalName !== undefined && serviceAccount !== undefined
        ? { function: physicalName, serviceAccount, ...schedule?.names, ...warmer?.names, ...triggers.names }
        : undefined,
    needs: readNeeds(handler, dialect, artefact, [...(wait ? [wait] : []), ...ways, ...grants.resources]),
    tags: labelsOf([handler, ...triggers.labelled], artefact.parts(id, dialect.types.alarm), dialect),
  };
}

/**
 * Reads the requests that one instance serves side by side: more than one need a CPU, which functions have from 2 GiB of
 * memory on.
 */
function readConcurrency(handler: Resource, memoryMiB: number | undefined, dialect: Dialect): number | undefined {
  const inService = (word: string) => pathIn(dialect, 'service_config', word);
  const concurrency = handler.number(inService('max_instance_request_concurrency'));
  if (concurrency === undefined || memoryMiB === undefined) return undefined;
  const isEnough = handler.fixed(inService('available_cpu'), concurrency > 1 && memoryMiB < 2_048 ? '1' : undefined);
  return isEnough ? concurrency : undefined;
}

/** Reads the uploaded archive, and that the function is built from it with the foundation's bucket and repository. */
function readCode(
  id: ElementId,
  name: string,
  handler: Resource,
  dialect: Dialect,
  artefact: Artefact,
): { readonly sha256: string } | undefined {
  const { types } = dialect;
  const inBuild = (word: string) => pathIn(dialect, 'build_config', word);
  const object = artefact.part(id, types.object);
  const [bucket, repository, builder] = [types.bucket, types.repository, types.account].map((type) =>
    artefact.part('foundation', type),
  );
  object?.fixed(pathIn(dialect, 'bucket'), bucket && to(bucket, 'name'));
  const source = object && { storage_source: { bucket: to(object, 'bucket'), object: to(object, 'name') } };
  handler.fixed(inBuild('source'), spell(dialect, source));
  handler.fixed(inBuild('docker_repository'), repository && to(repository, 'id'));
  handler.fixed(inBuild('service_account'), builder && to(builder, 'name'));
  const code = object && dialect.archive(object, name, artefact);
  object?.fixed(pathIn(dialect, 'name'), code && `functions/${name}/${code.sha256}.zip`);
  return code;
}
