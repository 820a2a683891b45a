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
import { readArchive } from '../pulumi-archive';
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

const boundWords = { min: 'minInstanceCount', max: 'maxInstanceCount' };

export function readFunction(name: string, artefact: Artefact): Partial<FunctionFact> | undefined {
  const id: ElementId = `functions.${name}`;
  const handler = artefact.part(id, 'gcp:cloudfunctionsv2/function:Function');
  if (!handler) return undefined;
  const account = accountOf(id, artefact);
  const grants = readGrants(id, account, artefact);
  handler.fixed(['inputs', 'location'], region);
  handler.fixed(['inputs', 'serviceConfig', 'serviceAccountEmail'], account && to(account, 'email'));
  handler.fixed(['inputs', 'serviceConfig', 'allTrafficOnLatestRevision'], true);
  handler.fixed(['inputs', 'serviceConfig', 'maxInstanceRequestConcurrency'], 1);
  const invokedBy = readInvokers(id, handler, artefact);
  const outside = handler.number(['inputs', 'serviceConfig', 'minInstanceCount']);
  const schedule = readSchedule('functions', handler, account, outside, artefact);
  const warmer = readWarmer(handler, 'url', artefact);
  const timeoutSeconds = handler.number(['inputs', 'serviceConfig', 'timeoutSeconds']);
  const triggers = readTriggers(handler, 'url', timeoutSeconds, artefact);
  return {
    runtime: handler.as(['inputs', 'buildConfig', 'runtime'], readRuntime),
    handler: handler.string(['inputs', 'buildConfig', 'entryPoint']),
    code: readCode(id, name, handler, artefact),
    memoryMiB: handler.as(['inputs', 'serviceConfig', 'availableMemory'], readMemory),
    timeoutSeconds,
    environment: handler.as(['inputs', 'serviceConfig', 'environmentVariables'], (value) =>
      readTexts(value, lookupIn(artefact)),
    ),
    http: ingressOf(handler, invokedBy),
    uses: grants.uses,
    coldStart: readFunctionColdStart(handler, ['inputs', 'serviceConfig'], boundWords, schedule, warmer),
    triggers: triggers.triggers,
    ...triggers.retry,
    alarms: readAlarms(id, [{ means: 'errors', name: to(handler, 'name') }], artefact),
    invokedBy,
    physicalNames: readNames(id, handler, account, artefact, schedule, warmer, triggers),
    needs: readNeeds(handler, ['options', 'dependsOn'], servicesIn(artefact), [
      ...buildRoles(artefact),
      ...grants.resources,
    ]),
    tags: tagsOf([handler, ...triggers.labelled], ['inputs', 'labels']),
  };
}

/** The archive that is uploaded; the function is built from it, out of the ground's bucket into the ground's repository. */
function readCode(id: ElementId, name: string, handler: Resource, artefact: Artefact): { sha256: string } | undefined {
  const object = artefact.part(id, 'gcp:storage/bucketObject:BucketObject');
  const [bucket, repository, builder] = [
    'gcp:storage/bucket:Bucket',
    'gcp:artifactregistry/repository:Repository',
    'gcp:serviceaccount/account:Account',
  ].map((type) => artefact.part('foundation', type));
  object?.fixed(['inputs', 'bucket'], bucket && to(bucket, 'name'));
  handler.fixed(
    ['inputs', 'buildConfig', 'source'],
    object && { storageSource: { bucket: to(object, 'bucket'), object: to(object, 'name') } },
  );
  handler.fixed(['inputs', 'buildConfig', 'dockerRepository'], repository && to(repository, 'id'));
  handler.fixed(['inputs', 'buildConfig', 'serviceAccount'], builder && to(builder, 'name'));
  const code = object?.as(['inputs', 'source'], (archive) => readArchive(archive, artefact));
  object?.fixed(['inputs', 'name'], code && `functions/${name}/${code.sha256}.zip`);
  return code;
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
  const [name, serviceAccount] = [handler.string(['inputs', 'name']), readServiceAccount(id, account, artefact)];
  return name !== undefined && serviceAccount !== undefined
    ? { function: name, serviceAccount, ...schedule?.names, ...warmer?.names, ...triggers.names }
    : undefined;
}
