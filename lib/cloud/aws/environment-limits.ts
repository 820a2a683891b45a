import type { ResolvedArchitecture } from '../../model/architecture';
import { isEngineValue, type EngineValue } from '../../model/engine-value';
import { environmentOf, type ResolvedFunction } from '../../model/function';
import type { Finding, Path } from '../../model/problem';
import type { Attribute, Reference } from '../../model/reference';
import type { ResolvedService } from '../../model/service';
import type { Text } from '../../model/text';
import { reservedBy, variablesOf, type Variable } from '../reserved';

/** Checks the environment variables of functions and services against the limits of Lambda and ECS. */
export const environmentProblems = ({ functions, services }: ResolvedArchitecture): Finding[] => [
  ...Object.entries(functions).flatMap(([name, spec]) => ofFunction(['functions', name], spec)),
  ...Object.entries(services).flatMap(([name, spec]) => ofService(['services', name], spec)),
];

/**
 * The bytes of a function's variables as one JSON object, which is what Lambda measures:
 * https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
 */
const environmentBytes = 4_096;

/**
 * Lambda's list of reserved names, and no others of `AWS_…`:
 * https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html#configuration-envvars-runtime
 */
const lambdaNames = [
  '_HANDLER',
  '_X_AMZN_TRACE_ID',
  'AWS_DEFAULT_REGION',
  'AWS_REGION',
  'AWS_EXECUTION_ENV',
  'AWS_LAMBDA_FUNCTION_NAME',
  'AWS_LAMBDA_FUNCTION_MEMORY_SIZE',
  'AWS_LAMBDA_FUNCTION_VERSION',
  'AWS_LAMBDA_INITIALIZATION_TYPE',
  'AWS_LAMBDA_LOG_GROUP_NAME',
  'AWS_LAMBDA_LOG_STREAM_NAME',
  'AWS_LAMBDA_RUNTIME_API',
  'AWS_ACCESS_KEY',
  'AWS_ACCESS_KEY_ID',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
  'LAMBDA_TASK_ROOT',
  'LAMBDA_RUNTIME_DIR',
];

function ofFunction(path: Path, spec: ResolvedFunction): Finding[] {
  return [...variablesOf(path, spec).flatMap((variable) => nameProblem(variable) ?? []), ...sizeProblem(path, spec)];
}

/** An error if the variables can't fit, a warning if it depends on how long the references become. */
function sizeProblem(path: Path, spec: ResolvedFunction): Finding[] {
  const [least, most] = [sizeOf(spec, leastSizes), sizeOf(spec, mostSizes)];
  if (most <= environmentBytes) return [];
  const isCertain = least > environmentBytes;
  return [
    {
      severity: isCertain ? 'error' : 'warning',
      path: [...path, 'environment'],
      message: `${isCertain ? 'must' : 'should'} be at most ${environmentBytes} bytes of JSON on aws, got ${isCertain ? '' : 'up to '}about ${most}`,
      hint: "Lambda's limit; ship large values with the code",
    },
  ];
}

const sizeOf = (spec: ResolvedFunction, sizes: Sizes): number => {
  const values = Object.entries(environmentOf(spec)).map(([name, text]) => [name, stood(text, sizes)]);
  return Buffer.byteLength(JSON.stringify(Object.fromEntries(values)), 'utf8');
};

function nameProblem(variable: Variable): Finding | undefined {
  const { name, path } = variable;
  // A map with only `Ref` is an intrinsic function.
  if (name === 'Ref') return reservedBy('CloudFormation on AWS', variable);
  if (lambdaNames.includes(name)) return reservedBy('Lambda on AWS', variable);
  // https://docs.aws.amazon.com/lambda/latest/api/API_Environment.html
  if (/^[A-Za-z]\w+$/.test(name)) return undefined;
  return { path, at: 'key', message: 'must be two characters or more and begin with a letter on aws' };
}

/**
 * Variables that ECS sets itself: for the role, for metadata, and for the protection of a task.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-metadata-endpoint-v4.html
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-scale-in-protection-endpoint.html
 * https://github.com/awsdocs/amazon-ecs-developer-guide/issues/50
 */
const ecsNames = [
  'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI',
  'AWS_EXECUTION_ENV',
  'ECS_AGENT_URI',
  'ECS_CONTAINER_METADATA_URI',
  'ECS_CONTAINER_METADATA_URI_V4',
];

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-quotas.html */
const taskDefinitionBytes = 65_536;

/** The size of a task definition without what an architecture adds to it: names, ARNs, log configuration. */
const otherBytes = 2_048;

function ofService(path: Path, spec: ResolvedService): Finding[] {
  const bytes = otherBytes + Buffer.byteLength(JSON.stringify(addedBy(spec)), 'utf8');
  return [
    ...variablesOf(path, spec)
      .filter(({ name }) => ecsNames.includes(name))
      .map((variable) => reservedBy('ECS on AWS', variable)),
    ...(bytes > taskDefinitionBytes
      ? [
          {
            path: [...path, 'environment'],
            message: `must keep the task definition at ${taskDefinitionBytes} bytes or less on aws, got about ${bytes}`,
            hint: "ECS's limit; ship large values with the image, or read them from a bucket",
          },
        ]
      : []),
  ];
}

/** The parts of a task definition that have no fixed size. */
const addedBy = ({ image, command, environment, secrets }: ResolvedService): object => ({
  image: image.aws,
  command,
  environment: Object.entries(environment).map(([name, text]) => ({ name, value: stood(text, mostSizes) })),
  secrets: Object.keys(secrets).map((name) => ({ name, valueFrom: 'x'.repeat(mostSizes.secret) })),
});

/** The sizes of what references become, in bytes. A secret is referred to by its ARN, whatever the attribute. */
type Sizes = Readonly<Record<Attribute | 'secret' | 'queueName', number>>;

/** The longest values. Names have up to 64 characters, those of queues up to 80. */
const mostSizes: Sizes = { name: 64, queueName: 80, arn: 140, url: 130, secret: 140 };

/** The shortest values: short names, in a region with a short name. */
const leastSizes: Sizes = { name: 12, queueName: 12, arn: 30, url: 16, secret: 60 };

/** A value that only an engine has can have any length, and counts as nothing. */
function sizeIn(sizes: Sizes, piece: Reference | EngineValue): number {
  if (isEngineValue(piece)) return 0;
  const { kind, attribute } = piece;
  return sizes[kind === 'secrets' ? 'secret' : kind === 'queues' && attribute === 'name' ? 'queueName' : attribute];
}

/** A text with a value of one of these sizes in place of each reference. */
const stood = (text: Text, sizes: Sizes): string =>
  text.map((piece) => (typeof piece === 'string' ? piece : 'x'.repeat(sizeIn(sizes, piece)))).join('');
