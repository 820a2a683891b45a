import type { ServiceFact } from '../../facts/service';
import type { Artefact } from '../artefact';
import { parseJson } from '../json';
import { trusts } from '../policy';
import { equal, isObject, type Resource } from '../resource';
import { readTexts } from '../text';
import type { Ground } from './ground';
import { lookupIn, region, to } from './reference';

type ContainerFact = Pick<ServiceFact, 'image' | 'command' | 'port' | 'environment'>;
type TaskFact = ContainerFact & Pick<ServiceFact, 'cpu' | 'memoryMiB' | 'taskFamily' | 'logRetentionDays' | 'uses'>;

/** What a service runs: one container, whose logs have a group of their own, and a role that may do nothing. */
export function readTask(
  name: string,
  task: Resource,
  role: Resource | undefined,
  logs: Resource | undefined,
  { executionRole }: Ground,
  artefact: Artefact,
): Partial<TaskFact> {
  task.fixed(['inputs', 'networkMode'], 'awsvpc');
  task.fixed(['inputs', 'requiresCompatibilities'], ['FARGATE']);
  task.fixed(['inputs', 'runtimePlatform'], { cpuArchitecture: 'X86_64', operatingSystemFamily: 'LINUX' });
  task.fixed(['inputs', 'executionRoleArn'], executionRole && to(executionRole, 'arn'));
  task.fixed(['inputs', 'taskRoleArn'], role && to(role, 'arn'));
  return {
    ...task.as(
      ['inputs', 'containerDefinitions'],
      (text) => logs && readContainer(parseJson(text), name, logs, artefact),
    ),
    cpu: task.as(['inputs', 'cpu'], (units) => wholeNumber(units, 1_024)),
    memoryMiB: task.as(['inputs', 'memory'], (memory) => wholeNumber(memory)),
    taskFamily: task.string(['inputs', 'family']),
    logRetentionDays: logs?.number(['inputs', 'retentionInDays']),
    uses: role && readRole(role),
  };
}

/** The one container of a task, understood as a whole or not at all. */
function readContainer(
  containers: unknown,
  name: string,
  logs: Resource,
  artefact: Artefact,
): ContainerFact | undefined {
  const [container] = Array.isArray(containers) ? (containers as unknown[]) : [];
  if (!isObject(container)) return undefined;
  const { image, command, environment: variables, portMappings } = container;
  const [mapping] = Array.isArray(portMappings) ? (portMappings as unknown[]) : [];
  const port = isObject(mapping) ? mapping['containerPort'] : undefined;
  const environment = readEnvironment(variables, artefact);
  const right = {
    name,
    image,
    essential: true,
    ...(isCommand(command) && { command }),
    portMappings: [{ containerPort: port, protocol: 'tcp' }],
    ...(variables !== undefined && { environment: variables }),
    logConfiguration: logging(name, logs),
  };
  return typeof image === 'string' && typeof port === 'number' && environment && equal(containers, [right])
    ? { image, ...(isCommand(command) && { command }), port, environment }
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

/** ECS takes an environment as a list, in which no name stands twice. */
function readEnvironment(list: unknown, artefact: Artefact): Record<string, string> | undefined {
  if (list === undefined) return {};
  if (!Array.isArray(list) || list.length === 0) return undefined;
  const entries = list.map((entry) => {
    const { name, value, ...others } = isObject(entry) ? entry : {};
    const isPlain = typeof name === 'string' && value !== undefined && Object.keys(others).length === 0;
    return isPlain ? ([name, value] as const) : undefined;
  });
  if (!entries.every((entry) => entry !== undefined)) return undefined;
  const variables = Object.fromEntries(entries);
  return Object.keys(variables).length === entries.length ? readTexts(variables, lookupIn(artefact)) : undefined;
}

/** A text of digits, and nothing else, as the number that so many make. */
function wholeNumber(value: unknown, per = 1): number | undefined {
  return typeof value === 'string' && /^[1-9]\d*$/.test(value) ? Number(value) / per : undefined;
}

/** Nobody but tasks takes the role on, and no policy gives it anything. */
function readRole(role: Resource): Record<string, string> | undefined {
  return role.as(['inputs', 'assumeRolePolicy'], (policy) =>
    trusts(policy, 'ecs-tasks.amazonaws.com') ? {} : undefined,
  );
}
