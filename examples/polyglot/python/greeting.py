"""What the function does, whichever cloud calls it."""

import json

JSON = {"content-type": "application/json"}


def answer(method, name, body):
    """The status and the JSON text that answer a request.

    `name` is the query parameter of that name or None, `body` is text. A name in the body goes before one in the query.
    """
    if method not in ("GET", "POST"):
        return _failure(405, "use GET or POST")
    if method == "POST" and body:
        try:
            fields = json.loads(body)
        except ValueError:
            fields = None
        if not isinstance(fields, dict):
            return _failure(400, "the body must be a JSON object")
        name = fields.get("name", name)
    if name is not None and not isinstance(name, str):
        return _failure(400, "name must be a string")
    return 200, _text({"message": f"Hello, {(name or '').strip() or 'World'}! I am Python."})


def _failure(status, error):
    return status, _text({"error": error})


def _text(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
