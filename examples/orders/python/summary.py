"""What is kept of reports and events, whichever cloud brings them. Each has a key of its own: what comes twice is
written twice, and is the same item."""

import json

from log import log


def index(text, summaries):
    """Keeps the figures of a report, which is JSON."""
    report = json.loads(text)
    summary = {"id": f"report-{report['date']}", **{name: report[name] for name in ("orders", "done", "pieces")}}
    summaries.put(summary)
    log("INFO", "report indexed", **summary)


def audit(text, summaries):
    """Keeps an event, which is JSON."""
    event = json.loads(text)
    summaries.put({"id": f"order-{event['order']}", "status": event["status"], "signature": event["signature"]})
    log("INFO", "event kept", order=event["order"])
