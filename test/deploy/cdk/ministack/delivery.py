"""What SNS and EventBridge bring to a function: they ask whether they may, and keep what they can't bring.

As on AWS, who can't call a function puts what it had into the dead-letter queue that it was given, if that queue's
policy lets it. Whether the function then does well is none of its business: see asynchronous.py.
"""

import contextvars
import json
import logging

from ministack.core.responses import get_account_id
from ministack.services import eventbridge, lambda_svc, sns, sqs
from ministack.core.arn import parse_arn

import asynchronous
import permission

logger = logging.getLogger("delivery")

# The rule, and its target, that is being served.
serving = contextvars.ContextVar("serving")


def register() -> None:
    sns._deliver_to_lambda = bring_notification
    eventbridge._invoke_target = served(eventbridge._invoke_target)
    eventbridge._dispatch_to_lambda = bring_event


def bring_notification(function_arn, envelope, topic_arn, subscription_arn, *_):
    record = {
        "EventVersion": "1.0",
        "EventSubscriptionArn": subscription_arn,
        "EventSource": "aws:sns",
        "Sns": json.loads(envelope),
    }
    attributes = (sns._find_subscription(topic_arn, subscription_arn) or {}).get("attributes", {})
    dead_letters = json.loads(attributes.get("RedrivePolicy") or "{}").get("deadLetterTargetArn")
    bring("sns.amazonaws.com", topic_arn, function_arn, {"Records": [record]}, dead_letters, envelope)


def served(otherwise):
    def invoke(target, event, rule, view=None):
        token = serving.set((target, rule))
        try:
            return otherwise(target, event, rule, view)
        finally:
            serving.reset(token)

    return invoke


def bring_event(function_arn, payload):
    target, rule = serving.get()
    dead_letters = (target.get("DeadLetterConfig") or {}).get("Arn")
    bring("events.amazonaws.com", rule["Arn"], function_arn, json.loads(payload), dead_letters, payload)


def bring(service, source_arn, function_arn, event, dead_letters, text):
    """Calls a function on behalf of something, or puts a text into a queue, on behalf of the same."""
    function, _, name = lambda_svc._get_func_record_for_ref(function_arn)
    base = lambda_svc._functions.get(name)
    if function is not None and permission.function_lets(base, function_arn, service, source_arn):
        return asynchronous.call(function_arn, event)
    logger.warning("%s may not call %s", source_arn, function_arn)
    if dead_letters and sqs.queue_policy_allows(dead_letters, service, source_arn, get_account_id()):
        return eventbridge._dispatch_to_sqs(parse_arn(dead_letters), text)
    logger.error("%s has lost an event", source_arn)
