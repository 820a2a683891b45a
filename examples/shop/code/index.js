// Cloud Functions' way in: a request comes as one of Express's.
const functions = require('@google-cloud/functions-framework');
const { answer } = require('./prices');

functions.http('shop', (request, response) => {
  if (request.path === '/warm') return response.end(); // A call that only keeps this worker warm.
  const { status, headers, text } = answer(request.path);
  // Express would add a character set, which JSON doesn't have.
  return response.writeHead(status, headers).end(text);
});
