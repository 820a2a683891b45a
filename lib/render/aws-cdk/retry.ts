import { CfnEventInvokeConfig, type Alias } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { AwsRetryPlan } from '../../cloud/aws/retry';
import type { Parts } from './parts';

/** Configures the handling of failed asynchronous events, on the function's alias. */
export function renderRetry(
  scope: Construct,
  { attempts, ageSeconds, deadLetter }: AwsRetryPlan,
  alias: Alias,
  parts: Parts,
): CfnEventInvokeConfig {
  const config = new CfnEventInvokeConfig(scope, 'Retry', {
    functionName: alias.lambda.functionName,
    qualifier: alias.aliasName,
    maximumRetryAttempts: attempts,
    maximumEventAgeInSeconds: ageSeconds,
    ...(deadLetter && { destinationConfig: { onFailure: { destination: parts.text(deadLetter) } } }),
  });
  // Refers to the alias by its name only, so the dependency has to be explicit.
  config.node.addDependency(alias);
  return config;
}
