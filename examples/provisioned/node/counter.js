// What the function does, whichever cloud calls it.

// Firestore takes ids of up to 1,500 bytes, DynamoDB keys of up to 2,048.
const longestKey = 1500;

/**
 * Counts a request, and answers with how many there were for its path.
 *
 * @param {string} rawPath the request's path, percent-encoded or not
 * @param {(key: string) => Promise<number>} increment counts one more under a key, and tells the count
 * @returns {Promise<{status: number, text: string}>} `text` is JSON
 */
async function answer(rawPath, increment) {
  const path = decode(rawPath);
  const key = encodeURIComponent(path); // A slash can't stand in the id of a document.
  if (key.length > longestKey) return json(414, { error: 'the path is too long' });
  try {
    return json(200, { path, count: await increment(key) });
  } catch (error) {
    console.error(error);
    return json(500, { error: "the request can't be counted" });
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

module.exports = { answer };
