import * as aws from '@pulumi/aws';
import type { Idiom } from '../idiom';
import { ownFunction, policy } from './own';

/** Idioms of functions, services and APIs on AWS. */
export const compute: readonly Idiom<'aws'>[] = [
  {
    code: 'new aws.iam.RolePolicy("own", { role: shop.functions.orders.role.id, policy })',
    does: ({ functions }) => {
      const own = new aws.sns.Topic('own');
      new aws.iam.RolePolicy('own', { role: functions['orders']!.role.id, policy: policy('sns:Publish', own.arn) });
    },
    differs: ['app'],
  },
  {
    code: 'new aws.iam.RolePolicyAttachment("own", { role: shop.functions.orders.role.name, policyArn })',
    does: ({ functions }) => {
      const policyArn = 'arn:aws:iam::aws:policy/AWSXRayDaemonWriteAccess';
      new aws.iam.RolePolicyAttachment('own', { role: functions['orders']!.role.name, policyArn });
    },
    differs: ['app'],
  },
  {
    code: 'new aws.iam.RolePoliciesExclusive("own", { roleName: shop.functions.orders.role.name, … })',
    does: ({ functions }) => {
      new aws.iam.RolePoliciesExclusive('own', { roleName: functions['orders']!.role.name, policyNames: ['own'] });
    },
    differs: ['app'],
    breaks: 'removes all other inline policies from the role',
  },
  {
    code: 'new aws.lambda.Permission("own", { function: …alias.functionName, qualifier: …alias.name, … })',
    does: ({ functions }) => {
      const { alias } = functions['orders']!;
      new aws.lambda.Permission('own', {
        function: alias.functionName,
        qualifier: alias.name,
        action: 'lambda:InvokeFunction',
        principal: 'iot.amazonaws.com',
      });
    },
    differs: ['app'],
    note: 'permit the alias: the function itself is the newest code, without provisioned concurrency',
  },
  {
    code: 'new aws.lambda.EventSourceMapping("own", { eventSourceArn: own.arn, functionName: …alias.arn })',
    does: ({ functions }) => {
      const { arn } = new aws.sqs.Queue('own');
      new aws.lambda.EventSourceMapping('own', { eventSourceArn: arn, functionName: functions['orders']!.alias.arn });
    },
    differs: ['app'],
  },
  {
    code: 'new aws.lambda.FunctionEventInvokeConfig("own", { functionName, qualifier, … })',
    does: ({ functions }) => {
      const { alias } = functions['worker']!;
      const { functionName, name: qualifier } = alias;
      new aws.lambda.FunctionEventInvokeConfig('own', { functionName, qualifier, maximumRetryAttempts: 0 });
    },
    differs: ['app'],
    breaks: 'a version of a function has one set of retries',
    note: 'a function with `retry`',
  },
  {
    code: 'new aws.lambda.ProvisionedConcurrencyConfig("own", { functionName, qualifier, … })',
    does: ({ functions }) => {
      const { functionName, name: qualifier } = functions['orders']!.alias;
      const provisionedConcurrentExecutions = 5;
      new aws.lambda.ProvisionedConcurrencyConfig('own', { functionName, qualifier, provisionedConcurrentExecutions });
    },
    differs: ['app'],
    breaks: 'a version of a function has one provisioned concurrency',
    note: 'a function with `coldStart.provisioned`',
  },
  {
    code: 'new aws.lambda.Function("own", { environment: { variables: { ORDERS: …table.name } }, … })',
    does: ({ tables }) => void ownFunction({ ORDERS: tables['orders']!.table.name }),
  },
  {
    code: 'new aws.apigatewayv2.Route("own", { apiId: shop.apis.public.api.id, … })',
    does: ({ apis }) => {
      new aws.apigatewayv2.Route('own', {
        apiId: apis['public']!.api.id,
        routeKey: 'GET /own',
        target: 'integrations/x',
      });
    },
    differs: ['app'],
  },
  {
    code: 'new aws.vpc.SecurityGroupIngressRule("own", { securityGroupId: …securityGroup.id, … })',
    does: ({ services }) => {
      const securityGroupId = services['web']!.securityGroup.id;
      new aws.vpc.SecurityGroupIngressRule('own', { securityGroupId, ipProtocol: 'tcp', cidrIpv4: '10.0.0.0/8' });
    },
    differs: ['app', 'services.web'],
  },
  {
    code: 'new aws.lb.ListenerRule("own", { listenerArn: shop.foundation.listener.arn, … })',
    does: ({ foundation }) => {
      new aws.lb.ListenerRule('own', {
        listenerArn: foundation!.listener.arn,
        priority: 1,
        conditions: [{ pathPattern: { values: ['/own'] } }],
        actions: [{ type: 'fixed-response', fixedResponse: { contentType: 'text/plain' } }],
      });
    },
    differs: ['app'],
    note: '[priorities](../ARCHITECTURE.md#identities) of the architecture are chosen by a formula',
  },
];
