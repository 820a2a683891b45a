import { FunctionEventInvokeConfig, type Alias, type Function as LambdaFunction } from '@pulumi/aws/lambda';
import type { AwsRetryPlan } from '../../cloud/aws/retry';
import type { Element } from '../pulumi-element';
import type { Parts } from './parts';

/** Configures the handling of failed asynchronous events, on the function's alias. */
export function renderRetry(
  parent: Element,
  { attempts, ageSeconds, deadLetter }: AwsRetryPlan,
  handler: LambdaFunction,
  alias: Alias,
  parts: Parts,
): FunctionEventInvokeConfig {
  return new FunctionEventInvokeConfig(
    `${parent.prefix}-retry`,
    {
      functionName: handler.name,
      qualifier: alias.name,
      maximumRetryAttempts: attempts,
      maximumEventAgeInSeconds: ageSeconds,
      ...(deadLetter && { destinationConfig: { onFailure: { destination: parts.text(deadLetter) } } }),
    },
    { parent },
  );
}
