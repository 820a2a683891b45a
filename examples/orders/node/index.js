// Cloud Functions' ways in: everything is a request, and its path says what calls.
const { text: readAll } = require('node:stream/consumers');
const functions = require('@google-cloud/functions-framework');
const { notify } = require('./event');
const { jobs, orders, reports } = require('./gcp');
const { log } = require('./log');
const { answer } = require('./order');
const { report } = require('./report');

/** The framework leaves a body without a content type unread, and would take some apart that have one. */
const bodyOf = async (request) => request.rawBody?.toString() ?? (await readAll(request));

functions.http('orders', async (request, response) => {
  const { method, path } = request;
  const { status, text } = await answer(
    { method, path, body: await bodyOf(request) },
    { orders: orders(), jobs: jobs() },
  );
  // Express would add a character set, which JSON doesn't have.
  response.writeHead(status, { 'content-type': 'application/json' }).end(text);
});

trigger('report', '/triggers/schedule/0', (body) => report(JSON.parse(body), { orders: orders(), reports: reports() }));

trigger('notify', '/triggers/topic/events', (body) => {
  const { message } = JSON.parse(body); // Pub/Sub's envelope
  notify(Buffer.from(message.data, 'base64').toString());
});

/** A function that a trigger calls at a path of its own. An answer that isn't 2xx has the cloud call again. */
function trigger(name, path, work) {
  functions.http(name, async (request, response) => {
    if (request.path !== path) return response.writeHead(404).end();
    try {
      await work(await bodyOf(request));
      return response.writeHead(204).end();
    } catch (error) {
      log('ERROR', 'a call failed', { path, error: String(error.stack) });
      return response.writeHead(500).end();
    }
  });
}
