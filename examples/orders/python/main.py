"""Cloud Functions' ways in: everything is a request, and its path says what calls."""

import base64

import gcp
import order
import summary
from log import log


def _trigger(path, work):
    """A function that a trigger calls at a path of its own, with Pub/Sub's envelope of one message.

    An answer that isn't 2xx has Pub/Sub deliver the message again.
    """

    def call(request):
        if request.path != path:
            return "", 404
        message_id = None
        try:
            message = request.get_json(force=True)["message"]
            message_id = message.get("messageId")
            work(message)
        except Exception as error:
            log("ERROR", "a call failed", path=path, call=message_id, error=repr(error))
            return "", 500
        return "", 204

    return call


def _text(message):
    return base64.b64decode(message.get("data", ""))


def _object(message):
    """The object of a bucket's event. Its attributes say which; the data would tell more of it."""
    attributes = message["attributes"]
    return gcp.read(attributes["bucketId"], attributes["objectId"])


worker = _trigger(
    "/triggers/queue/jobs",
    lambda message: order.finish(_text(message), gcp.orders(), gcp.events(), gcp.signing_key),
)
index = _trigger("/triggers/bucket/reports", lambda message: summary.index(_object(message), gcp.summaries()))
audit = _trigger("/triggers/topic/events", lambda message: summary.audit(_text(message), gcp.summaries()))
