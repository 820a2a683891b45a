import type { ResolvedArchitecture } from '../../model/architecture';
import { elementId } from '../../model/name';
import type { Naming } from '../name';
import type { Finding } from '../../model/problem';
import { planInvokers, type AwsInvoker } from './invoker';
import { stood, type Bound } from './length';
import { planTriggers } from './trigger';

/** The bytes of a function's resource policy ("Function resource-based policy"): https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
const perPolicy = 20_480;

/** Finds functions that more callers invoke than the policy of an alias has room for. */
export function permissionProblems(architecture: ResolvedArchitecture, naming: Naming): Finding[] {
  const triggers = planTriggers(architecture, naming);
  const invokers = [
    ...planInvokers(architecture),
    ...triggers.flatMap((trigger) => ('invoker' in trigger ? [trigger.invoker] : [])),
  ];
  return Object.keys(architecture.functions).flatMap((name): Finding[] => {
    const own = invokers.filter((invoker) => invoker.function === elementId('functions', name));
    const [least, most] = [policyLength(own, naming, 'least'), policyLength(own, naming, 'most')];
    if (most <= perPolicy) return [];
    const isCertain = least > perPolicy;
    return [
      {
        severity: isCertain ? 'error' : 'warning',
        path: ['functions', name],
        message: `${isCertain ? 'must' : 'should'} keep the policy with its callers at ${perPolicy} bytes or less on aws, got ${isCertain ? `${least} or more` : `up to about ${most}`} for ${own.length} callers`,
        hint: "Lambda's limit for topics, buckets and APIs that invoke a function; let fewer of them invoke it, or split it",
      },
    ];
  });
}

/** The length of the policy that the permissions for an alias become. */
const policyLength = (invokers: readonly AwsInvoker[], naming: Naming, bound: Bound): number =>
  JSON.stringify({
    Version: '2012-10-17',
    Id: 'default',
    Statement: invokers.map(({ principal, action, on, sourceArn, urlAuth, throughUrl }) => ({
      // An identifier has up to 100 characters: https://docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html
      Sid: 'x'.repeat(bound === 'least' ? 30 : 100),
      Effect: 'Allow',
      Principal: principal === '*' ? '*' : { Service: principal },
      Action: action,
      Resource: stood([on], naming, bound),
      Condition: {
        ...(sourceArn && { ArnLike: { 'AWS:SourceArn': stood(sourceArn, naming, bound) } }),
        ...(urlAuth && { StringEquals: { 'lambda:FunctionUrlAuthType': urlAuth } }),
        ...(throughUrl && { Bool: { 'lambda:InvokedViaFunctionUrl': 'true' } }),
      },
    })),
  }).length;
