// What the schedule has done, whichever cloud calls it.
const { log } = require('./log');

/**
 * Writes a report of all orders. Called twice on a day, it writes the day's report again.
 *
 * @param {{title: string}} input the schedule's own
 * @param {object} uses
 * @param {{all: () => AsyncIterable<import('./order').Order>}} uses.orders
 * @param {{write: (key: string, text: string) => Promise<void>}} uses.reports
 */
async function report({ title }, { orders, reports }) {
  // Of UTC: at the hour of the schedule it is the same day in Berlin.
  const date = new Date().toISOString().slice(0, 10);
  const figures = { orders: 0, done: 0, pieces: 0 };
  for await (const { status, quantity } of orders.all()) {
    figures.orders += 1;
    figures.pieces += quantity;
    if (status === 'done') figures.done += 1;
  }
  const key = `reports/${date}.json`;
  await reports.write(key, JSON.stringify({ title, date, ...figures }));
  log('INFO', 'report written', { key, ...figures });
}

module.exports = { report };
