import type { ResolvedArchitecture } from '../../model/architecture';
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

/** https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
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
  const bytes = Object.entries(environmentOf(spec)).reduce((sum, [name, text]) => sum + name.length + sizeOf(text), 0);
  return [
    ...variablesOf(path, spec).flatMap((variable) => nameProblem(variable) ?? []),
    ...(bytes > environmentBytes
      ? [
          {
            path: [...path, 'environment'],
            message: `must be at most ${environmentBytes} bytes in total on aws, got about ${bytes}`,
            hint: "Lambda's limit; ship large values with the code",
          },
        ]
      : []),
  ];
}

function nameProblem(variable: Variable): Finding | undefined {
  const { name, path } = variable;
  // A map with only `Ref` is an intrinsic function.
  if (name === 'Ref') return reservedBy('CloudFormation on AWS', variable);
  if (lambdaNames.includes(name)) return reservedBy('Lambda on AWS', variable);
  // https://docs.aws.amazon.com/lambda/latest/api/API_Environment.html
  if (/^[A-Za-z]\w+$/.test(name)) return undefined;
  return { path, at: 'key', message: 'must be two characters or more and begin with a letter on aws' };
}

/** Variables that ECS sets itself. */
const ecsNames = /^(?:AWS_CONTAINER_.*|AWS_EXECUTION_ENV|ECS_.*)$/;

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-quotas.html */
const taskDefinitionBytes = 65_536;

/** The size of a task definition without what an architecture adds to it: names, ARNs, log configuration. */
const otherBytes = 2_048;

function ofService(path: Path, spec: ResolvedService): Finding[] {
  const bytes = otherBytes + Buffer.byteLength(JSON.stringify(addedBy(spec)), 'utf8');
  return [
    ...variablesOf(path, spec)
      .filter(({ name }) => ecsNames.test(name))
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
  environment: Object.entries(environment).map(([name, text]) => ({ name, value: stood(text) })),
  secrets: Object.keys(secrets).map((name) => ({ name, valueFrom: 'x'.repeat(referenceSizes.arn) })),
});

/** The longest values of references, in bytes. Names have up to 64 characters, those of queues up to 80. */
const referenceSizes: Readonly<Record<Attribute, number>> = { name: 64, arn: 140, url: 130 };

/** A secret is referred to by its ARN, whatever the attribute. */
const referenceSize = ({ kind, attribute }: Reference): number =>
  kind === 'secrets' ? referenceSizes.arn : kind === 'queues' && attribute === 'name' ? 80 : referenceSizes[attribute];

/** A text with the longest value in place of each reference. */
const stood = (text: Text): string =>
  text.map((piece) => (typeof piece === 'string' ? piece : 'x'.repeat(referenceSize(piece)))).join('');

const sizeOf = (text: Text): number => Buffer.byteLength(stood(text), 'utf8');
