import type { Rule } from '../rule';

const key = /^(?:\$default|(?:ANY|DELETE|GET|HEAD|OPTIONS|PATCH|POST|PUT) (\/.*))$/;

/** Whether API Gateway accepts a path: segments without braces, `{name}`, and `{name+}` as the last one. */
function isPath(path: string): boolean {
  if (path === '/') return true;
  // With a slash at its end it is another route.
  const segments = path.replace(/\/$/, '').slice(1).split('/');
  return segments.every((segment, index) => {
    if (/^\{[\w.\-:]+\+\}$/.test(segment)) return index === segments.length - 1;
    return /^\{[\w.\-:]+\}$/.test(segment) || /^[\w.\-~!$&'()*+,;=:@%]+$/.test(segment);
  });
}

export const rule: Rule = {
  title: 'A route key is a method and a path of plain segments, whole variables and one greedy variable at the end.',
  sources: [
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html',
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html',
  ],
  of: ['AWS::ApiGatewayV2::Route'],
  *check(route, view) {
    const text = route.text('RouteKey');
    const found = key.exec(text);
    if (!found || (found[1] !== undefined && !isPath(found[1]))) yield `has the key ${text}`;
    const same = view
      .of(route.type)
      .filter((one) => one.text('RouteKey') === text && one.text('ApiId') === route.text('ApiId'));
    if (same.length > 1) yield `shares the key ${text}`;
  },
  counterCase: (view) => {
    view.one('AWS::ApiGatewayV2::Route').set('RouteKey', 'GET /a/{rest+}/b');
  },
};
