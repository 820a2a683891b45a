// What the functions use, on Google Cloud.
const { once } = require('./once');

const orders = once(() => {
  const { Firestore } = require('@google-cloud/firestore');
  // A table is a database of its own, with its items in one collection.
  const database = new Firestore({ databaseId: process.env.ORDERS_TABLE });
  const items = database.collection('items');
  return {
    create: (order) =>
      database.runTransaction(async (transaction) => {
        const item = items.doc(order.id);
        const before = (await transaction.get(item)).data();
        if (before === undefined) transaction.set(item, order);
        return before && orderOf(before);
      }),
    async find(id) {
      const order = (await items.doc(id).get()).data();
      return order && orderOf(order);
    },
    async *all() {
      for await (const item of items.stream()) yield orderOf(item.data());
    },
  };
});

/** In this order of fields, and not in Firestore's. */
const orderOf = ({ id, item, quantity, status, signature }) => ({
  id,
  item,
  quantity,
  status,
  ...(signature && { signature }),
});

const jobs = once(() => {
  const { PubSub } = require('@google-cloud/pubsub');
  // The queue's URL is that of its topic, whose name is what follows the version of the API.
  const topic = new PubSub().topic(process.env.JOBS_QUEUE.replace(/^.*\/v1\//, ''));
  return {
    async send(job) {
      await topic.publishMessage({ json: job });
    },
  };
});

const reports = once(() => {
  const { Storage } = require('@google-cloud/storage');
  const bucket = new Storage().bucket(process.env.REPORTS_BUCKET);
  return {
    async write(key, text) {
      // A report is small: sent at once, and not in pieces.
      await bucket.file(key).save(text, { contentType: 'application/json', resumable: false });
    },
  };
});

module.exports = { orders, jobs, reports };
