"""ReservedConcurrentExecutions of AWS::Lambda::Function, which MiniStack holds to, and CloudFormation there doesn't set.

As on AWS, a function can't have less reserved than is provisioned for it, nor more provisioned than is reserved:
https://docs.aws.amazon.com/lambda/latest/dg/provisioned-concurrency.html
"""

from ministack.core.responses import error_response_json
from ministack.services import lambda_svc
from ministack.services.cloudformation import provisioners

PROPERTY = "ReservedConcurrentExecutions"


def register() -> None:
    lambda_svc._put_provisioned_concurrency = provisioning(lambda_svc._put_provisioned_concurrency)
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
        provisioned = sum(provisioned_for(name).values())
        if int(props[PROPERTY]) < provisioned:
            raise ValueError(
                f"ReservedConcurrentExecutions {props[PROPERTY]} should not be lower than function's total provisioned"
                f" concurrency [{provisioned}]"
            )
        lambda_svc._put_function_concurrency(name, {PROPERTY: int(props[PROPERTY])})
    else:
        lambda_svc._delete_function_concurrency(name)
    return made


def provisioned_for(name):
    """How many environments are provisioned for a function, by its aliases."""
    found = lambda_svc._functions.get(name, {}).get("provisioned_concurrency", {})
    return {alias: one["RequestedProvisionedConcurrentExecutions"] for alias, one in found.items()}


def provisioning(otherwise):
    def put(name, qualifier, data):
        reserved = lambda_svc._functions.get(name, {}).get("concurrency")
        wanted = {**provisioned_for(name), qualifier: int(data.get("ProvisionedConcurrentExecutions", 0))}
        if reserved is not None and sum(wanted.values()) > reserved:
            message = f"Requested Provisioned Concurrency {sum(wanted.values())} should not be greater than the reservedConcurrentExecution {reserved} for function"
            return error_response_json("InvalidParameterValueException", message, 400)
        return otherwise(name, qualifier, data)

    return put
