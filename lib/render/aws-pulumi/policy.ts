import { all, type Input, type Output } from '@pulumi/pulumi';
import type { AwsStatement } from '../../cloud/aws/grant';
import type { AwsTrust } from '../../cloud/aws/trust';
import type { Parts } from './parts';

/** A trust policy: only the service may assume the role, on behalf of the source if there is one. */
export function trusting({ service, source }: AwsTrust, parts: Parts): Input<string> {
  const statement = { Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' };
  if (!source) return policyOf([statement]);
  return all([parts.text(source.account), parts.text(source.arn)]).apply(([account, arn]) => {
    const condition = { StringEquals: { 'aws:SourceAccount': account }, ArnLike: { 'aws:SourceArn': arn } };
    return policyOf([{ ...statement, Condition: condition }]);
  });
}

const policyOf = (statements: readonly object[]): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements });

/** A policy that allows just these statements. */
export function allowing(statements: readonly AwsStatement[], parts: Parts): Output<string> {
  return all(statements.map(({ resources }) => all(resources.map((text): Input<string> => parts.text(text))))).apply(
    (resources) =>
      policyOf(
        statements.map(({ sid, actions }, index) => ({
          Sid: sid,
          Effect: 'Allow',
          Action: actions,
          Resource: resources[index],
        })),
      ),
  );
}
