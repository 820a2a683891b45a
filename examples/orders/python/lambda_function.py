"""Lambda's ways in: each function gets the event of what calls it. What is raised here is a failure, and is retried."""

import aws
import order
import summary
from log import log


def worker(event, context):
    """A queue's messages come several at once. What is named as failed comes again, without the others."""
    failed = []
    for record in event["Records"]:
        try:
            order.finish(record["body"], aws.orders(), aws.events(), aws.signing_key)
        except Exception as error:
            log("ERROR", "a job failed", job=record["messageId"], error=repr(error))
            failed.append({"itemIdentifier": record["messageId"]})
    return {"batchItemFailures": failed}


def index(event, context):
    """A bucket's event comes by way of EventBridge, and its key is as it is: not encoded."""
    detail = event["detail"]
    summary.index(aws.read(detail["bucket"]["name"], detail["object"]["key"]), aws.summaries())


def audit(event, context):
    """A topic's messages come as SNS's records."""
    for record in event["Records"]:
        summary.audit(record["Sns"]["Message"], aws.summaries())
