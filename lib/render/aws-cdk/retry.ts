import { CfnEventInvokeConfig, type Alias } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { AwsRetryPlan } from '../../cloud/aws/retry';
import type { Parts } from './parts';

/** Says what becomes of events for which a function fails, on its alias. */
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
