import * as aws from '@pulumi/aws';
import { jsonStringify, type Input } from '@pulumi/pulumi';

/** A policy with one statement. */
export const policy = (action: string, resource: Input<string>, others: object = {}): Input<string> =>
  jsonStringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: action, Resource: resource, ...others }],
  });

const assumeRolePolicy = aws.iam.assumeRolePolicyForPrincipal({ Service: 'lambda.amazonaws.com' });
/** A role of the team's own. */
export const ownRole = () => new aws.iam.Role('own', { assumeRolePolicy });
/** A function of the team's own. */
export const ownFunction = (variables: Record<string, Input<string>> = {}) =>
  new aws.lambda.Function('own', { role: ownRole().arn, runtime: 'nodejs22.x', environment: { variables } });
