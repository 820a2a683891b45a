// Lambda's ways in: each function gets the event of what calls it. What is thrown here is a failure, and is retried.
const { jobs, orders, reports } = require('./aws');
const { notify } = require('./event');
const { answer } = require('./order');
const { report } = require('./report');

/** An API's request comes as an event, payload format 2.0. */
exports.orders = async ({ requestContext, rawPath, body = '', isBase64Encoded }) => {
  const request = {
    method: requestContext.http.method,
    path: rawPath,
    body: isBase64Encoded ? Buffer.from(body, 'base64').toString() : body,
  };
  const { status, text } = await answer(request, { orders: orders(), jobs: jobs() });
  return { statusCode: status, headers: { 'content-type': 'application/json' }, body: text };
};

/** A schedule's event is its `input`. */
exports.report = (input) => report(input, { orders: orders(), reports: reports() });

/** A topic's messages come as SNS's records. */
exports.notify = async ({ Records }) => {
  for (const { Sns } of Records) notify(Sns.Message);
};
