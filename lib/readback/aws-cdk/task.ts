import type { AwsServiceFact } from '../../facts/service';
import type { TextFact } from '../../facts/text-fact';
import type { Artefact } from '../artefact';
import { secretAt } from '../aws/grant';
import { Pointer } from '../made';
import { equal, isObject, type Resource } from '../resource';
import { readTexts } from '../text';
import type { Ground } from './ground';
import { readLogs } from './logs';
import { getAtt, grantedAt, lookupIn, ref } from './reference';
import { readExecutionRole, readTaskRole, type TaskRoles } from './task-role';

type TaskFact = Pick<
  AwsServiceFact,
  | 'image'
  | 'command'
  | 'readOnlyFilesystem'
  | 'port'
  | 'environment'
  | 'secrets'
  | 'architecture'
  | 'cpu'
  | 'memoryMiB'
  | 'taskFamily'
  | 'logRetentionDays'
  | 'uses'
>;

/** Reads a service's task: one container with a log group of its own, and its roles. */
export function readTask(
  name: string,
  task: Resource,
  { role, executionRole }: TaskRoles,
  logs: Resource | undefined,
  ground: Ground,
  artefact: Artefact,
): Partial<TaskFact> {
  const container = ['Properties', 'ContainerDefinitions', '0'];
  task.fixed(['Properties', 'NetworkMode'], 'awsvpc');
  task.fixed(['Properties', 'RequiresCompatibilities'], ['FARGATE']);
  const executing = executionRole ?? ground.executionRole;
  task.fixed(['Properties', 'ExecutionRoleArn'], executing && getAtt(executing, 'Arn'));
  task.fixed(['Properties', 'TaskRoleArn'], role && getAtt(role, 'Arn'));
  task.fixed([...container, 'Name'], name);
  task.fixed([...container, 'Essential'], true);
  task.fixed([...container, 'LogConfiguration'], logs && logging(name, logs));
  const environment = readEnvironment(task, [...container, 'Environment'], artefact);
  const secrets = readSecrets(task, [...container, 'Secrets'], artefact);
  const command = task.as([...container, 'Command'], readCommand);
  return {
    image: task.string([...container, 'Image']),
    ...(command && { command }),
    readOnlyFilesystem: task.one([...container, 'ReadonlyRootFilesystem'], [undefined, false], [true, true]),
    port: task.as([...container, 'PortMappings'], readPort),
    environment,
    secrets: secrets && readGiven(secrets, environment, executionRole, artefact),
    architecture: task.one(
      ['Properties', 'RuntimePlatform'],
      [{ CpuArchitecture: 'X86_64', OperatingSystemFamily: 'LINUX' }, 'x86_64'],
      [{ CpuArchitecture: 'ARM64', OperatingSystemFamily: 'LINUX' }, 'arm64'],
    ),
    cpu: task.as(['Properties', 'Cpu'], (units) => wholeNumber(units, 1_024)),
    memoryMiB: task.as(['Properties', 'Memory'], (memory) => wholeNumber(memory)),
    taskFamily: task.string(['Properties', 'Family']),
    logRetentionDays: logs && readLogs(logs),
    uses: role && readTaskRole(role, artefact),
  };
}

function logging(name: string, logs: Resource) {
  return {
    LogDriver: 'awslogs',
    Options: {
      'awslogs-group': ref(logs),
      'awslogs-stream-prefix': name,
      'awslogs-region': new Pointer('AWS', 'Region'),
      mode: 'non-blocking',
      'max-buffer-size': `${25 * 1_024 * 1_024}b`,
    },
  };
}

const readCommand = (value: unknown): string[] | undefined =>
  Array.isArray(value) && value.length > 0 && value.every((word) => typeof word === 'string') ? value : undefined;

function readPort(value: unknown): number | undefined {
  const port: unknown = Array.isArray(value) && isObject(value[0]) ? value[0]['ContainerPort'] : undefined;
  return typeof port === 'number' && equal(value, [{ ContainerPort: port, Protocol: 'tcp' }]) ? port : undefined;
}

/** Reads an environment: on ECS a list, in which each name has to be unique. */
function readEnvironment(
  task: Resource,
  path: readonly string[],
  artefact: Artefact,
): Record<string, TextFact> | undefined {
  if (task.at(path) === undefined) return {};
  return task.as(path, (list) => {
    const variables = readVariables(list, 'Value');
    return variables && readTexts(variables, lookupIn(artefact));
  });
}

/** Reads the variables with secret values, each with the name of the secret. */
function readSecrets(task: Resource, path: readonly string[], artefact: Artefact): Record<string, string> | undefined {
  if (task.at(path) === undefined) return {};
  return task.as(path, (list) => {
    const secrets = Object.entries(readVariables(list, 'ValueFrom') ?? {}).map(([variable, arn]) => {
      const name = secretAt(grantedAt(arn, artefact));
      return name !== undefined ? ([variable, name] as const) : undefined;
    });
    const isPlain = secrets.length > 0 && secrets.every((secret) => secret !== undefined);
    return isPlain ? Object.fromEntries(secrets) : undefined;
  });
}

function readVariables(list: unknown, word: 'Value' | 'ValueFrom'): Record<string, unknown> | undefined {
  if (!Array.isArray(list) || list.length === 0) return undefined;
  const entries = list.map((entry) => {
    const { Name: variable, [word]: value, ...others } = isObject(entry) ? entry : {};
    return typeof variable === 'string' && value !== undefined && Object.keys(others).length === 0
      ? ([variable, value] as const)
      : undefined;
  });
  if (!entries.every((entry) => entry !== undefined)) return undefined;
  const variables = Object.fromEntries(entries);
  return Object.keys(variables).length === entries.length ? variables : undefined;
}

/** Reads the secrets; the service has its own execution role exactly if it has secrets. */
function readGiven(
  secrets: Record<string, string>,
  environment: Record<string, TextFact> | undefined,
  executionRole: Resource | undefined,
  artefact: Artefact,
): Record<string, string> | undefined {
  const names = [...new Set(Object.values(secrets))];
  const isAllowed = executionRole
    ? names.length > 0 && readExecutionRole(executionRole, names, artefact)
    : names.length === 0;
  const isClear = !Object.keys(secrets).some((variable) => Object.hasOwn(environment ?? {}, variable));
  return isAllowed && isClear ? secrets : undefined;
}

/** Reads a text of digits as a number. */
function wholeNumber(value: unknown, per = 1): number | undefined {
  return typeof value === 'string' && /^[1-9]\d*$/.test(value) ? Number(value) / per : undefined;
}
