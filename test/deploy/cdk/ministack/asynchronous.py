"""Calls that nobody waits for, as Lambda makes them: it tries again, and keeps what fails for good.

How often, and where what fails goes, is said for what was called, an alias here; MiniStack looks at the function
alone. The function's role must be allowed to send it there.
"""

import logging

from ministack.services import lambda_svc

import permission

logger = logging.getLogger("asynchronous")


def register() -> None:
    lambda_svc.invoke_async_with_retry = trying(lambda_svc.invoke_async_with_retry)
    lambda_svc._route_async_failure = routing(lambda_svc._route_async_failure)


def call(function_arn, event):
    """Calls a function by its ARN, with its qualifier."""
    function, config, _ = lambda_svc._get_func_record_for_ref(function_arn)
    called = lambda_svc._execution_record_for_config(function, {**config, "FunctionArn": function_arn})
    lambda_svc.invoke_async_with_retry(called, event)


def trying(otherwise):
    def invoke(function, event):
        name, qualifier = lambda_svc._lambda_function_name_and_qualifier_from_arn(function["config"]["FunctionArn"])
        # A version's record has none of what is said of the function.
        said = lambda_svc._event_invoke_config(lambda_svc._functions[name], qualifier)
        return otherwise({**function, "event_invoke_config": said, "event_invoke_configs": {}}, event)

    return invoke


def routing(otherwise):
    def route(target_arn, name, event, result):
        role = lambda_svc._functions[name]["config"]["Role"]
        if not permission.role_may(role, permission.SEND, target_arn):
            return logger.error("%s may not send to %s: an event is lost", role, target_arn)
        return otherwise(target_arn, name, event, result)

    return route
