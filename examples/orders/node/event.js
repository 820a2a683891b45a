// What is done with an event, whichever cloud brings it.
const { log } = require('./log');

/**
 * Notifies of a finished order: in the log here, where a shop would send a letter. An event may come twice, and this
 * keeps no book of those that came: who must not be told twice has to.
 *
 * @param {string} text the event, in JSON
 */
function notify(text) {
  const { order, status } = JSON.parse(text);
  log('INFO', 'customer notified', { order, status });
}

module.exports = { notify };
