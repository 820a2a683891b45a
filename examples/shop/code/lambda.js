// Lambda's way in: a request comes as an event, payload format 2.0.
const { setTimeout: wait } = require('node:timers/promises');
const { answer } = require('./prices');

exports.handler = async (event, context) => {
  if (event.warmer) {
    await wait(75); // While this worker is busy, the next of these calls gets one of its own.
    return { warmer: true, instance: context.logStreamName };
  }
  const { status, headers, text } = answer(event.rawPath);
  return { statusCode: status, headers, body: text };
};
