// What each of the shop's functions does, whichever cloud calls it: a small thing, since they are here for their strategies.

const cents = new Map([
  ['mug', 1250],
  ['poster', 900],
  ['shirt', 2400],
]);

/** Requests that this worker has answered. A worker that was just started for a request has answered none. */
let answered = 0;

/**
 * Answers with the price of the item that a path names.
 *
 * @param {string} path such as `/mug`; `/` stands for all items
 * @returns {{status: number, headers: Record<string, string>, text: string}} `text` is JSON
 */
function answer(path) {
  const headers = { 'content-type': 'application/json', 'requests-before': String(answered) };
  answered += 1;
  const item = path.slice(1);
  if (item === '') return { status: 200, headers, text: JSON.stringify({ items: [...cents.keys()] }) };
  const price = cents.get(item);
  if (price === undefined) return { status: 404, headers, text: JSON.stringify({ error: 'there is no such item' }) };
  return { status: 200, headers, text: JSON.stringify({ item, cents: price }) };
}

module.exports = { answer };
