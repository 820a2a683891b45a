// What the API does, whichever cloud calls it.
const { log } = require('./log');

/** Names of orders and of items: either cloud takes them as keys, and no URL has to encode them. */
const name = /^[a-z0-9][a-z0-9-]{0,62}$/;

const mostPieces = 1000;

/**
 * @typedef {{id: string, item: string, quantity: number, status: 'received' | 'done', signature?: string}} Order
 *
 * @typedef {object} Orders
 * @property {(order: Order) => Promise<Order | undefined>} create keeps an order, unless there is one of that id: tells that one
 * @property {(id: string) => Promise<Order | undefined>} find
 *
 * @typedef {object} Jobs
 * @property {(job: {order: string}) => Promise<void>} send
 */

/**
 * Answers a request: `POST /orders` takes an order, `GET /orders/{id}` tells of one.
 *
 * @param {{method: string, path: string, body: string}} request
 * @param {{orders: Orders, jobs: Jobs}} uses
 * @returns {Promise<{status: number, text: string}>} `text` is JSON
 */
async function answer({ method, path, body }, uses) {
  try {
    if (method === 'POST' && path === '/orders') return await place(body, uses);
    const [, id] = /^\/orders\/([^/]+)$/.exec(path) ?? [];
    if (method === 'GET' && id !== undefined) return await tell(decode(id), uses);
    return failure(404, 'there is nothing here');
  } catch (error) {
    log('ERROR', 'a request failed', { method, path, error: String(error.stack) });
    return failure(500, "the request can't be answered");
  }
}

/**
 * Who calls may call again, not knowing what came of it: the same order under the same id is one order. That is why the
 * caller chooses the id.
 */
async function place(body, { orders, jobs }) {
  const { problem, order } = read(body);
  if (problem !== undefined) return failure(400, problem);
  const before = await orders.create(order);
  if (before !== undefined && (before.item !== order.item || before.quantity !== order.quantity)) {
    return failure(409, 'there is another order of this id');
  }
  // For an order that was there as well: whoever took it may have broken off before the job was sent.
  if (before?.status !== 'done') await jobs.send({ order: order.id });
  log('INFO', 'order taken', { order: order.id, again: before !== undefined });
  return json(202, { id: order.id });
}

async function tell(id, { orders }) {
  // Nothing else can be there, and not every key can be asked for.
  const order = name.test(id) ? await orders.find(id) : undefined;
  return order === undefined ? failure(404, 'there is no such order') : json(200, order);
}

/** The order that a body describes, or what is wrong with it. */
function read(body) {
  const given = fields(body);
  if (given === undefined) return { problem: 'the body must be a JSON object' };
  const { id, item, quantity } = given;
  for (const [field, value] of Object.entries({ id, item })) {
    if (typeof value !== 'string' || !name.test(value)) {
      return { problem: `${field} must be 1 to 63 of a-z, 0-9 and -, and not begin with -` };
    }
  }
  if (!Number.isInteger(quantity) || quantity < 1 || quantity > mostPieces) {
    return { problem: `quantity must be a whole number from 1 to ${mostPieces}` };
  }
  return { order: { id, item, quantity, status: 'received' } };
}

/** The fields of a JSON object; undefined if it isn't one. */
function fields(text) {
  try {
    const value = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The clouds don't agree on whether a path comes encoded: either way, it is the same path. */
function decode(path) {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

const json = (status, value) => ({ status, text: JSON.stringify(value) });
const failure = (status, error) => json(status, { error });

module.exports = { answer };
