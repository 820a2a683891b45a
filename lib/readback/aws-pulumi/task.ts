import type { AwsServiceFact } from '../../facts/service';
import type { TextFact } from '../../facts/text-fact';
import type { Artefact } from '../artefact';
import { secretAt } from '../aws/grant';
import { parseJson } from '../json';
import { equal, isObject, to, type Resource } from '../resource';
import { readTexts } from '../text';
import type { Ground } from './ground';
import { grantedAt, lookupIn, region } from './reference';
import { readExecutionRole, readTaskRole, type TaskRoles } from './task-role';

type ContainerFact = Pick<
  AwsServiceFact,
  'image' | 'command' | 'readOnlyFilesystem' | 'port' | 'environment' | 'secrets'
>;
type TaskFact = ContainerFact &
  Pick<AwsServiceFact, 'architecture' | 'cpu' | 'memoryMiB' | 'taskFamily' | 'logRetentionDays' | 'uses'>;

/** Reads a service's task: one container with a log group of its own, and its roles. */
export function readTask(
  name: string,
  task: Resource,
  { own, execution }: TaskRoles,
  logs: Resource | undefined,
  ground: Ground,
  artefact: Artefact,
): Partial<TaskFact> {
  task.fixed(['inputs', 'networkMode'], 'awsvpc');
  task.fixed(['inputs', 'requiresCompatibilities'], ['FARGATE']);
  const executing = execution?.role ?? ground.executionRole;
  task.fixed(['inputs', 'executionRoleArn'], executing && to(executing, 'arn'));
  task.fixed(['inputs', 'taskRoleArn'], own && to(own.role, 'arn'));
  const container = task.as(
    ['inputs', 'containerDefinitions'],
    (text) => logs && readContainer(parseJson(text), name, logs, artefact),
  );
  return {
    ...container,
    secrets: container && readGiven(container, execution, artefact),
    architecture: task.one(
      ['inputs', 'runtimePlatform'],
      [{ cpuArchitecture: 'X86_64', operatingSystemFamily: 'LINUX' }, 'x86_64'],
      [{ cpuArchitecture: 'ARM64', operatingSystemFamily: 'LINUX' }, 'arm64'],
    ),
    cpu: task.as(['inputs', 'cpu'], (units) => wholeNumber(units, 1_024)),
    memoryMiB: task.as(['inputs', 'memory'], (memory) => wholeNumber(memory)),
    taskFamily: task.string(['inputs', 'family']),
    logRetentionDays: logs?.number(['inputs', 'retentionInDays']),
    uses: own && readTaskRole(own, artefact),
  };
}

/** Reads the one container of a task, as a whole or not at all. */
function readContainer(
  containers: unknown,
  name: string,
  logs: Resource,
  artefact: Artefact,
): ContainerFact | undefined {
  const [container] = Array.isArray(containers) ? (containers as unknown[]) : [];
  if (!isObject(container)) return undefined;
  const { image, command, environment: variables, secrets: references, portMappings } = container;
  const [mapping] = Array.isArray(portMappings) ? (portMappings as unknown[]) : [];
  const port = isObject(mapping) ? mapping['containerPort'] : undefined;
  const readOnlyFilesystem = container['readonlyRootFilesystem'] === true;
  const environment = readEnvironment(variables, artefact);
  const secrets = readSecrets(references, artefact);
  const right = {
    name,
    image,
    essential: true,
    ...(isCommand(command) && { command }),
    ...(readOnlyFilesystem && { readonlyRootFilesystem: true }),
    portMappings: [{ containerPort: port, protocol: 'tcp' }],
    ...(variables !== undefined && { environment: variables }),
    ...(references !== undefined && { secrets: references }),
    logConfiguration: logging(name, logs),
  };
  return typeof image === 'string' && typeof port === 'number' && environment && secrets && equal(containers, [right])
    ? { image, ...(isCommand(command) && { command }), readOnlyFilesystem, port, environment, secrets }
    : undefined;
}

const isCommand = (value: unknown): value is string[] =>
  Array.isArray(value) && value.length > 0 && value.every((word) => typeof word === 'string');

function logging(name: string, logs: Resource) {
  return {
    logDriver: 'awslogs',
    options: {
      'awslogs-group': to(logs, 'name'),
      'awslogs-region': region,
      'awslogs-stream-prefix': name,
      mode: 'non-blocking',
      'max-buffer-size': '25m',
    },
  };
}

/** Reads an environment: on ECS a list, in which each name has to be unique. */
function readEnvironment(list: unknown, artefact: Artefact): Record<string, TextFact> | undefined {
  if (list === undefined) return {};
  const variables = readVariables(list, 'value');
  return variables && readTexts(variables, lookupIn(artefact));
}

/** Reads the variables with secret values, each with the name of the secret. */
function readSecrets(list: unknown, artefact: Artefact): Record<string, string> | undefined {
  if (list === undefined) return {};
  const secrets = Object.entries(readVariables(list, 'valueFrom') ?? {}).map(([variable, arn]) => {
    const name = secretAt(grantedAt(arn, artefact));
    return name !== undefined ? ([variable, name] as const) : undefined;
  });
  const isPlain = secrets.length > 0 && secrets.every((secret) => secret !== undefined);
  return isPlain ? Object.fromEntries(secrets) : undefined;
}

function readVariables(list: unknown, word: 'value' | 'valueFrom'): Record<string, unknown> | undefined {
  if (!Array.isArray(list) || list.length === 0) return undefined;
  const entries = list.map((entry) => {
    const { name, [word]: value, ...others } = isObject(entry) ? entry : {};
    const isPlain = typeof name === 'string' && value !== undefined && Object.keys(others).length === 0;
    return isPlain ? ([name, value] as const) : undefined;
  });
  if (!entries.every((entry) => entry !== undefined)) return undefined;
  const variables = Object.fromEntries(entries);
  return Object.keys(variables).length === entries.length ? variables : undefined;
}

/** Reads the secrets; the service has its own execution role exactly if it has secrets. */
function readGiven(
  { secrets, environment }: ContainerFact,
  execution: TaskRoles['execution'],
  artefact: Artefact,
): ContainerFact['secrets'] | undefined {
  const names = [...new Set(Object.values(secrets))];
  const isAllowed = execution ? names.length > 0 && readExecutionRole(execution, names, artefact) : names.length === 0;
  const isClear = !Object.keys(secrets).some((variable) => Object.hasOwn(environment, variable));
  return isAllowed && isClear ? secrets : undefined;
}

/** Reads a text of digits as a number. */
function wholeNumber(value: unknown, per = 1): number | undefined {
  return typeof value === 'string' && /^[1-9]\d*$/.test(value) ? Number(value) / per : undefined;
}
