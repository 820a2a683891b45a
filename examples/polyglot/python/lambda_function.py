"""Lambda's way in: a request comes as an event, payload format 2.0."""

import base64

import greeting


def handler(event, context):
    body = event.get("body") or ""
    if event.get("isBase64Encoded"):
        body = base64.b64decode(body).decode("utf-8", "replace")
    name = (event.get("queryStringParameters") or {}).get("name")
    status, text = greeting.answer(event["requestContext"]["http"]["method"], name, body)
    return {"statusCode": status, "headers": greeting.JSON, "body": text}
