/** The access log format of an HTTP API, in API Gateway's variables. */
export const accessLogFormat =
  '{"requestId":"$context.requestId","time":"$context.requestTime","ip":"$context.identity.sourceIp",' +
  '"method":"$context.httpMethod","path":"$context.path","route":"$context.routeKey","status":"$context.status",' +
  '"latencyMilliseconds":"$context.responseLatency","responseBytes":"$context.responseLength",' +
  '"error":"$context.integrationErrorMessage"}';
