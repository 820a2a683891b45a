"""Lambda's way in: a request comes as an event, payload format 2.0."""

import base64

import greeting


def handler(event, context):
    body = event.get("body") or ""
    body = base64.b64decode(body) if event.get("isBase64Encoded") else body.encode()
    # The event's parsed query parameters join those that repeat with commas.
    status, text = greeting.answer(event["requestContext"]["http"]["method"], event["rawQueryString"], body)
    return {"statusCode": status, "headers": greeting.JSON, "body": text}
