"""ReservedConcurrentExecutions of AWS::Lambda::Function, which MiniStack holds to, and CloudFormation there doesn't set."""

from ministack.services import lambda_svc
from ministack.services.cloudformation import provisioners

PROPERTY = "ReservedConcurrentExecutions"


def register() -> None:
    handlers = provisioners._RESOURCE_HANDLERS["AWS::Lambda::Function"]
    handlers["create"] = creating(handlers["create"])
    handlers["update"] = updating(handlers["update"])


def creating(otherwise):
    def create(logical_id, props, stack_name):
        return reserved(otherwise(logical_id, props, stack_name), props)

    return create


def updating(otherwise):
    def update(physical_id, old_props, new_props, stack_name, logical_id=None):
        return reserved(otherwise(physical_id, old_props, new_props, stack_name, logical_id), new_props)

    return update


def reserved(made, props):
    """What was made, once it has what its properties reserve for it, or nothing reserved."""
    name = made[0]
    if PROPERTY in props:
        lambda_svc._put_function_concurrency(name, {PROPERTY: int(props[PROPERTY])})
    else:
        lambda_svc._delete_function_concurrency(name)
    return made
