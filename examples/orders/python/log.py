import json


def log(severity, message, **fields):
    """Writes a line of JSON to the log. `severity` and `message` are the names that Google Cloud's log knows."""
    print(json.dumps({"severity": severity, "message": message, **fields}), flush=True)
