import type { Rule } from '../rule';

export const rule: Rule = {
  title: 'An HTTP API has 300 routes and 300 integrations unless AWS is asked.',
  sources: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html'],
  of: ['AWS::ApiGatewayV2::Api'],
  *check(api, view) {
    for (const type of ['AWS::ApiGatewayV2::Route', 'AWS::ApiGatewayV2::Integration']) {
      const count = view.pointingAt(api, type, 'ApiId').length;
      if (count < 1 || count > 300) yield `has ${count} of ${type}`;
    }
  },
  counterCase: (view) => {
    view.remove(...view.of('AWS::ApiGatewayV2::Route'));
  },
};
