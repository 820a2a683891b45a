"""EventBridge Scheduler: schedules come in their time zones, by their roles, and are kept where they fail.

MiniStack drops the time zone that CloudFormation says, reads all expressions in UTC, and calls whatever a schedule
names. Looks at the clock more often, too: it may have been put forward.
"""

import json
import logging
from datetime import datetime, timezone
from zoneinfo import ZoneInfo

from ministack.core.arn import parse_arn
from ministack.core.responses import get_region, request_scope
from ministack.services import eventbridge, lambda_svc, scheduler
from ministack.services.cloudformation import provisioners

import asynchronous
import clock
import permission

SERVICE = "scheduler.amazonaws.com"
ZONE = "ScheduleExpressionTimezone"
logger = logging.getLogger("schedule")


def register() -> None:
    handlers = provisioners._RESOURCE_HANDLERS["AWS::Scheduler::Schedule"]
    handlers["create"] = keeping_zone(handlers["create"], 1)
    handlers["update"] = keeping_zone(handlers["update"], 2)
    scheduler._SCHEDULE_TICK_INTERVAL = 0.2
    scheduler._tick_schedules = tick


def keeping_zone(otherwise, position):
    def handler(*arguments):
        made = otherwise(*arguments)
        props = arguments[position]
        role_arn, group = props["Target"]["RoleArn"], props.get("GroupName", "default")
        source_arn = f"arn:aws:scheduler:{get_region()}:{parse_arn(role_arn).account_id}:schedule-group/{group}"
        if not permission.role_trusts(role_arn, SERVICE, source_arn):
            raise ValueError("The execution role you provide must allow AWS EventBridge Scheduler to assume the role.")
        schedule = scheduler._schedules[f"{group}/{made[0]}"]
        schedule[ZONE] = props.get(ZONE, "UTC")
        return made

    return handler


def tick():
    now = clock.now()
    for key, schedule in list(scheduler._schedules._data.items()):
        last = scheduler._schedule_last_fired.setdefault(key, schedule["CreationDate"])
        if schedule["State"] != "ENABLED" or next_after(last, schedule) > now:
            continue
        scheduler._schedule_last_fired[key] = now
        account, region, _ = key
        with request_scope(account, region):
            call(schedule)


def next_after(last, schedule):
    """When a schedule comes next, in seconds."""
    expression = schedule["ScheduleExpression"]
    interval = eventbridge._parse_rate_seconds(expression)
    if interval is not None:
        return last + interval
    # What the clock on the wall shows, which the walk through the calendar takes for UTC.
    zone = ZoneInfo(schedule[ZONE])
    shown = datetime.fromtimestamp(last, zone).replace(tzinfo=timezone.utc)
    due = eventbridge._cron_next_fire(eventbridge._parse_cron_fields(expression), shown)
    return due.replace(tzinfo=zone).timestamp()


def call(schedule):
    target = schedule["Target"]
    function_arn, role = target["Arn"], target["RoleArn"]
    there, _, _ = lambda_svc._get_func_record_for_ref(function_arn)
    if there is not None and permission.role_may(role, permission.INVOKE, function_arn):
        return asynchronous.call(function_arn, json.loads(target.get("Input") or "{}"))
    logger.warning("%s may not call %s", schedule["Arn"], function_arn)
    dead_letters = (target.get("DeadLetterConfig") or {}).get("Arn")
    if dead_letters and permission.role_may(role, permission.SEND, dead_letters):
        return eventbridge._dispatch_to_sqs(parse_arn(dead_letters), target.get("Input") or "{}")
    logger.error("%s has lost a call", schedule["Arn"])
