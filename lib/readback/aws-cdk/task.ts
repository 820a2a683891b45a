import type { ServiceFact } from '../../facts/service';
import type { Artefact } from '../artefact';
import { trusts } from '../policy';
import { equal, isObject, type Resource } from '../resource';
import { readTexts } from '../text';
import type { Ground } from './ground';
import { getAtt, lookupIn, ref } from './reference';

type TaskFact = Pick<
  ServiceFact,
  'image' | 'command' | 'port' | 'environment' | 'cpu' | 'memoryMiB' | 'taskFamily' | 'logRetentionDays' | 'uses'
>;

/** What a service runs: one container, whose logs have a group of their own, and a role that may do nothing. */
export function readTask(
  name: string,
  task: Resource,
  role: Resource | undefined,
  logs: Resource | undefined,
  { executionRole }: Ground,
  artefact: Artefact,
): Partial<TaskFact> {
  const container = ['Properties', 'ContainerDefinitions', '0'];
  task.fixed(['Properties', 'NetworkMode'], 'awsvpc');
  task.fixed(['Properties', 'RequiresCompatibilities'], ['FARGATE']);
  task.fixed(['Properties', 'RuntimePlatform'], { CpuArchitecture: 'X86_64', OperatingSystemFamily: 'LINUX' });
  task.fixed(['Properties', 'ExecutionRoleArn'], executionRole && getAtt(executionRole, 'Arn'));
  task.fixed(['Properties', 'TaskRoleArn'], role && getAtt(role, 'Arn'));
  task.fixed([...container, 'Name'], name);
  task.fixed([...container, 'Essential'], true);
  task.fixed([...container, 'LogConfiguration'], logs && logging(name, logs));
  const command = task.as([...container, 'Command'], readCommand);
  return {
    image: task.string([...container, 'Image']),
    ...(command && { command }),
    port: task.as([...container, 'PortMappings'], readPort),
    environment: readEnvironment(task, [...container, 'Environment'], artefact),
    cpu: task.as(['Properties', 'Cpu'], (units) => wholeNumber(units, 1_024)),
    memoryMiB: task.as(['Properties', 'Memory'], (memory) => wholeNumber(memory)),
    taskFamily: task.string(['Properties', 'Family']),
    logRetentionDays: logs && readLogs(logs),
    uses: role && readRole(role),
  };
}

function logging(name: string, logs: Resource) {
  return {
    LogDriver: 'awslogs',
    Options: {
      'awslogs-group': ref(logs),
      'awslogs-stream-prefix': name,
      'awslogs-region': { at: 'AWS', attribute: 'Region' },
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

/** ECS takes an environment as a list, in which no name stands twice. */
function readEnvironment(
  task: Resource,
  path: readonly string[],
  artefact: Artefact,
): Record<string, string> | undefined {
  if (task.at(path) === undefined) return {};
  return task.as(path, (list) => {
    if (!Array.isArray(list) || list.length === 0) return undefined;
    const entries = list.map((entry) => {
      const { Name: variable, Value: value, ...others } = isObject(entry) ? entry : {};
      return typeof variable === 'string' && value !== undefined && Object.keys(others).length === 0
        ? ([variable, value] as const)
        : undefined;
    });
    if (!entries.every((entry) => entry !== undefined)) return undefined;
    const variables = Object.fromEntries(entries);
    return Object.keys(variables).length === entries.length ? readTexts(variables, lookupIn(artefact)) : undefined;
  });
}

/** A text of digits, and nothing else, as the number that so many make. */
function wholeNumber(value: unknown, per = 1): number | undefined {
  return typeof value === 'string' && /^[1-9]\d*$/.test(value) ? Number(value) / per : undefined;
}

/** Nobody but tasks takes the role on, and no policy gives it anything. */
function readRole(role: Resource): Record<string, string> | undefined {
  return role.as(['Properties', 'AssumeRolePolicyDocument'], (policy) =>
    trusts(policy, 'ecs-tasks.amazonaws.com') ? {} : undefined,
  );
}

/** Logs go with the stack: they are no data of the application's. */
function readLogs(logs: Resource): number | undefined {
  for (const policy of ['DeletionPolicy', 'UpdateReplacePolicy']) logs.fixed([policy], 'Delete');
  return logs.number(['Properties', 'RetentionInDays']);
}
