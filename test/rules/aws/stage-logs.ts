import type { Rule } from '../rule';

export const rule: Rule = {
  title: 'A stage logs to a group that exists, in a format with the request id on one line.',
  sources: [
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-logging.html',
    'https://github.com/awslabs/visual-asset-management-system/issues/157',
  ],
  of: ['AWS::ApiGatewayV2::Stage'],
  *check(stage, view) {
    const groups = view.named(stage, 'AccessLogSettings.DestinationArn', 'AWS::Logs::LogGroup');
    if (groups.length === 0) yield 'logs to no group of this stack';
    const format = stage.text('AccessLogSettings.Format');
    if (!format.includes('$context.requestId') || format.includes('\n')) yield `logs as ${format}`;
    if (stage.get('AutoDeploy') !== true) yield 'is never deployed';
  },
  counterCase: (view) => {
    view.one('AWS::ApiGatewayV2::Stage').set('AccessLogSettings.Format', '$context.status');
  },
};
