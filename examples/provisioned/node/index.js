// Cloud Functions' way in: a request comes as one of Express's.
const { Firestore } = require('@google-cloud/firestore');
const functions = require('@google-cloud/functions-framework');
const { answer } = require('./counter');

// A table is a database of its own, with its items in one collection.
const database = new Firestore({ databaseId: process.env.COUNTER_TABLE });

function increment(key) {
  const item = database.collection('items').doc(key);
  return database.runTransaction(async (transaction) => {
    const count = ((await transaction.get(item)).get('count') ?? 0) + 1;
    transaction.set(item, { id: key, count });
    return count;
  });
}

functions.http('counter', async (request, response) => {
  const { status, text } = await answer(request.path, increment);
  // Express would add a character set, which JSON doesn't have.
  response.writeHead(status, { 'content-type': 'application/json' }).end(text);
});
