"""What Lambda asks of a function's role before it takes an event source mapping, or a destination for what fails."""

from ministack.services import lambda_svc, sqs
from ministack.services.cloudformation import provisioners

import permission

READS = ("sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes")


def register() -> None:
    for kind, check in (("EventSourceMapping", check_source), ("EventInvokeConfig", check_destination)):
        handlers = provisioners._RESOURCE_HANDLERS[f"AWS::Lambda::{kind}"]
        handlers["create"] = after(check, handlers["create"], 1)
        handlers["update"] = after(check, handlers["update"], 2)


def after(check, otherwise, position):
    """A handler that first looks at the new properties, which stand at a position among its arguments."""

    def handler(*arguments):
        check(arguments[position])
        return otherwise(*arguments)

    return handler


def check_source(props):
    config, source = config_of(props), props["EventSourceArn"]
    for action in READS:
        if not permission.role_may(config["Role"], action, source):
            raise ValueError(f"The provided execution role does not have permissions to call {action} on {source}")
    hidden = int(sqs._queue_by_arn(source)["attributes"]["VisibilityTimeout"])
    if hidden < config["Timeout"]:
        raise ValueError(
            f"Queue visibility timeout: {hidden} seconds is less than Function timeout: {config['Timeout']} seconds"
        )


def check_destination(props):
    target = props.get("DestinationConfig", {}).get("OnFailure", {}).get("Destination")
    if target and not permission.role_may(config_of(props)["Role"], permission.SEND, target):
        raise ValueError(f"The function's execution role does not have permissions to call SendMessage on {target}")


def config_of(props):
    return lambda_svc._get_func_record_for_ref(props["FunctionName"])[1]
