import { all, type Input, type Output } from '@pulumi/pulumi';
import type { AwsStatement } from '../../cloud/aws/grant';
import type { Parts } from './parts';

/** A trust policy: only `service` may take the role on. */
export const trusting = (service: string): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' }],
  });

/** A policy that allows just these statements. */
export function allowing(statements: readonly AwsStatement[], parts: Parts): Output<string> {
  return all(statements.map(({ resources }) => all(resources.map((text): Input<string> => parts.text(text))))).apply(
    (resources) =>
      JSON.stringify({
        Version: '2012-10-17',
        Statement: statements.map(({ sid, actions }, index) => ({
          Sid: sid,
          Effect: 'Allow',
          Action: actions,
          Resource: resources[index],
        })),
      }),
  );
}
