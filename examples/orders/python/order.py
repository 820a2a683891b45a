"""What the worker does, whichever cloud brings the job."""

import hashlib
import hmac
import json

from log import log


def finish(text, orders, events, signing_key):
    """Finishes the order that a job names, in JSON: signs it, publishes that it is done, and marks it so.

    A job comes at least once. So an order that is done is left alone, and of two workers on the same order only one
    marks it. The event goes out before the mark: who breaks off in between publishes it again the next time; the other
    way round, nobody ever would.

    Raises where the job isn't one. It comes again a few times, and then goes to the queue's dead-letter queue.
    """
    order_id = _order_of(text)
    order = orders.find(order_id)
    if order is None:
        raise LookupError(f"there is no order {order_id}")
    if order["status"] == "done":
        log("INFO", "order was done before", order=order_id)
        return
    signature = sign(order, signing_key())
    events.publish({"order": order_id, "status": "done", "signature": signature})
    marked = orders.mark_done(order_id, signature)
    log("INFO", "order done" if marked else "order was done meanwhile", order=order_id)


def sign(order, key):
    """What proves that an order is as it was taken: `openssl dgst -sha256 -hmac "$KEY"` says the same."""
    text = json.dumps([order["id"], order["item"], order["quantity"]], separators=(",", ":"))
    return hmac.new(key, text.encode(), hashlib.sha256).hexdigest()


def _order_of(text):
    try:
        order_id = json.loads(text)["order"]
    except (ValueError, TypeError, KeyError, RecursionError):
        order_id = None
    if not isinstance(order_id, str):
        raise ValueError("a job must be a JSON object with the id of an order")
    return order_id
