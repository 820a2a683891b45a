import type { Resource } from '../pulumi/account';
import type { Wire } from '../pulumi/wire';

/** A request to AWS: to create or change a resource, in Pulumi's words. */
export interface Asked {
  readonly type: string;
  readonly inputs: Wire;
}

/** The message with which AWS refuses a request among the resources that exist; undefined if it accepts it. */
type Refusal = (asked: Asked, existing: readonly Pick<Resource, 'type' | 'inputs'>[]) => string | undefined;

/** https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html#configuration-envvars-runtime */
const reservedVariables = new Set(
  `_HANDLER _X_AMZN_TRACE_ID AWS_DEFAULT_REGION AWS_REGION AWS_EXECUTION_ENV AWS_LAMBDA_FUNCTION_NAME
  AWS_LAMBDA_FUNCTION_MEMORY_SIZE AWS_LAMBDA_FUNCTION_VERSION AWS_LAMBDA_INITIALIZATION_TYPE AWS_LAMBDA_LOG_GROUP_NAME
  AWS_LAMBDA_LOG_STREAM_NAME AWS_ACCESS_KEY AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN
  AWS_LAMBDA_RUNTIME_API LAMBDA_TASK_ROOT LAMBDA_RUNTIME_DIR`.split(/\s+/),
);

/** Refuses variables that Lambda sets itself. */
const reservedVariable: Refusal = ({ type, inputs }) => {
  if (type !== 'aws:lambda/function:Function') return undefined;
  const { variables = {} } = (inputs['environment'] ?? {}) as { variables?: Wire };
  const found = Object.keys(variables).filter((name) => reservedVariables.has(name));
  return found.length > 0
    ? `InvalidParameterValueException: the environment variables you have provided contains reserved keys that are currently not supported for modification. Reserved keys used in this request: ${found.join(', ')}`
    : undefined;
};

/** The numbers of environments that are provisioned for aliases of a function. */
function provisionedFor(name: string, existing: readonly Asked[]): readonly number[] {
  return existing.flatMap(({ type, inputs }) => {
    if (type === 'aws:lambda/provisionedConcurrencyConfig:ProvisionedConcurrencyConfig')
      return inputs['functionName'] === name ? [Number(inputs['provisionedConcurrentExecutions'])] : [];
    if (type !== 'aws:appautoscaling/target:Target') return [];
    return String(inputs['resourceId']).startsWith(`function:${name}:`) ? [Number(inputs['minCapacity'])] : [];
  });
}

/**
 * Refuses to provision more than is reserved, and to reserve less than is provisioned:
 * https://docs.aws.amazon.com/lambda/latest/dg/provisioned-concurrency.html
 */
const reservedBelowProvisioned: Refusal = (asked, existing) => {
  const all = [...existing, asked];
  // What is asked for takes the place of the same before it.
  const functions = new Map(
    all.filter(({ type }) => type === 'aws:lambda/function:Function').map(({ inputs }) => [inputs['name'], inputs]),
  );
  for (const [name, { reservedConcurrentExecutions: reserved }] of functions) {
    const provisioned = provisionedFor(
      String(name),
      asked.type === 'aws:lambda/function:Function' ? existing : [asked],
    );
    const most = Math.max(0, ...provisioned);
    if (typeof reserved === 'number' && reserved >= 0 && most > reserved)
      return `InvalidParameterValueException: ReservedConcurrentExecutions ${reserved} should not be lower than function's total provisioned concurrency [${most}]`;
  }
  return undefined;
};

/** The default subnet of the rigs that lies in a zone without VPC links, such as use1-az3. */
const subnetWithoutLinks = 'subnet-0c';

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-vpc-links.html */
const linkInUnsupportedZone: Refusal = ({ type, inputs }) =>
  type === 'aws:apigatewayv2/vpcLink:VpcLink' && (inputs['subnetIds'] as readonly string[]).includes(subnetWithoutLinks)
    ? `BadRequestException: Subnet '${subnetWithoutLinks}' is in Availability Zone 'use1-az3' where service is not available`
    : undefined;

/** Everything that AWS refuses here, and no schema says. */
export const refusals = { linkInUnsupportedZone, reservedBelowProvisioned, reservedVariable } satisfies Readonly<
  Record<string, Refusal>
>;

/** The first message with which a request is refused; undefined if it is accepted. */
export const refusalOf: Refusal = (asked, existing) =>
  Object.values<Refusal>(refusals)
    .map((refuse) => refuse(asked, existing))
    .find((message) => message !== undefined);
