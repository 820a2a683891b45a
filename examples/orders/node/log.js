/**
 * Writes a line of JSON to the log. `severity` and `message` are the names that Google Cloud's log knows. Past `console`,
 * before whose lines Lambda would put words of its own.
 *
 * @param {'INFO' | 'ERROR'} severity
 * @param {string} message
 * @param {Record<string, unknown>} [fields] what else the line says
 */
function log(severity, message, fields) {
  process.stdout.write(`${JSON.stringify({ severity, message, ...fields })}\n`);
}

module.exports = { log };
