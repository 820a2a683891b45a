/** What `make` makes, when it is first asked for and never again: a function loads only the clients that it uses. */
function once(make) {
  let made;
  return () => (made ??= make());
}

module.exports = { once };
