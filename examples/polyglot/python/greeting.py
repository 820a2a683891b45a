"""What the function does, whichever cloud calls it."""

import json
import urllib.parse

JSON = {"content-type": "application/json"}


def answer(method, query, body):
    """The status and the JSON text that answer a request.

    `query` is the query string as it came, percent-encoded; `body` is bytes. A name in the body goes before one in the
    query, where the first one counts.
    """
    if method not in ("GET", "HEAD", "POST"):
        return _failure(405, "use GET or POST")
    name = urllib.parse.parse_qs(query, keep_blank_values=True).get("name", [None])[0]
    if method == "POST" and body:
        try:
            fields = json.loads(body.decode("utf-8", "replace"))
        except (ValueError, RecursionError):  # It isn't JSON, or nests too deep.
            fields = None
        if not isinstance(fields, dict):
            return _failure(400, "the body must be a JSON object")
        name = fields.get("name", name)
    if name is not None and not isinstance(name, str):
        return _failure(400, "name must be a string")
    return 200, _text({"message": f"Hello, {_whole(name or '').strip() or 'World'}! I am Python."})


def _whole(text):
    """JSON can escape half of a character, which can't be sent: a replacement character stands for it."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _failure(status, error):
    return status, _text({"error": error})


def _text(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
