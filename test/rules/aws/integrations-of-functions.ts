import type { Rule } from '../rule';

export const rule: Rule = {
  title: 'An integration of a function is AWS_PROXY with payload 2.0, and the API has permission to invoke it.',
  sources: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html'],
  of: ['AWS::ApiGatewayV2::Integration'],
  *check(integration, view) {
    if (integration.text('IntegrationType') !== 'AWS_PROXY') yield `is ${integration.text('IntegrationType')}`;
    if (Number(integration.get('PayloadFormatVersion')) !== 2) yield 'has another payload';
    const [alias] = integration.refers('IntegrationUri');
    const [api] = integration.refers('ApiId');
    const allowed = view
      .of('AWS::Lambda::Permission')
      .some(
        (one) =>
          one.refers('SourceArn').includes(api!) &&
          [...one.refers('FunctionName'), ...one.refers('Qualifier')].includes(alias!),
      );
    if (!allowed) yield 'has no permission to invoke its function';
  },
  counterCase: (view) => {
    view.remove(
      ...view.of('AWS::Lambda::Permission').filter((one) => one.get('Principal') === 'apigateway.amazonaws.com'),
    );
  },
};
