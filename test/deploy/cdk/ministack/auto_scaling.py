"""Application Auto Scaling: what CloudFormation makes of it, and as much of its API as tells what is there.

AWS::ApplicationAutoScaling::ScalableTarget, with its scheduled actions, and AWS::ApplicationAutoScaling::ScalingPolicy.
As on AWS, what becomes scalable is brought between its bounds at once, and when they change. Nothing else scales it: no
load is measured here, and no schedule comes. Whoever plays a scheduled action calls RegisterScalableTarget.
"""

import json
import time

from ministack import app
from ministack.core import router
from ministack.core.responses import (
    AccountRegionScopedDict,
    error_response_json,
    get_account_id,
    get_region,
    json_response,
    new_uuid,
)
from ministack.services import ecs, lambda_svc
from ministack.services.cloudformation import provisioners

SERVICE = "application-autoscaling"
TARGET = "AWS::ApplicationAutoScaling::ScalableTarget"
POLICY = "AWS::ApplicationAutoScaling::ScalingPolicy"

# What names a scalable target: there is one of each.
IDENTITY = ("ResourceId", "ScalableDimension", "ServiceNamespace")

# Targets by their ids, as `Ref` has them, each with its actions; policies by their ARNs.
targets = AccountRegionScopedDict()
policies = AccountRegionScopedDict()


def register() -> None:
    provisioners._RESOURCE_HANDLERS[TARGET] = {"create": create, "update": update, "delete": delete}
    provisioners._REPLACING_PROPERTIES[TARGET] = IDENTITY
    provisioners._RESOURCE_HANDLERS[POLICY] = {
        "create": create_policy,
        "update": update_policy,
        "delete": delete_policy,
    }
    provisioners._REPLACING_PROPERTIES[POLICY] = ("PolicyName", "ScalingTargetId", *IDENTITY)
    router.SERVICE_PATTERNS[SERVICE] = {"target_prefixes": ["AnyScaleFrontendService"]}
    app.SERVICE_HANDLERS[SERVICE] = handle_request


def create(logical_id, props, stack_name):
    target_id = "|".join(props[name] for name in IDENTITY)
    if target_id in targets:
        raise ValueError(f"{target_id} already exists")
    return put(target_id, props, arn("scalable-target", new_uuid()))


def update(physical_id, old_props, new_props, stack_name):
    # CloudFormation leaves alone what is described as before; MiniStack calls for all of a stack.
    if new_props == old_props:
        return physical_id, {"Id": physical_id}
    return put(physical_id, new_props, targets[physical_id]["ScalableTargetARN"])


def delete(physical_id, props):
    targets.pop(physical_id, None)


def put(target_id, props, target_arn):
    identity = {name: props[name] for name in IDENTITY}
    least, most = int(props["MinCapacity"]), int(props["MaxCapacity"])
    if least > most:
        raise ValueError("Maximum capacity cannot be less than minimum capacity")
    bring_between(props["ResourceId"], least, most)
    actions = [
        {
            **identity,
            **action,
            "ScheduledActionARN": arn("scheduledAction", f"{new_uuid()}:scheduledActionName/{action['ScheduledActionName']}"),
            "CreationTime": time.time(),
        }
        for action in props.get("ScheduledActions", [])
    ]
    targets[target_id] = {
        **identity,
        "MinCapacity": least,
        "MaxCapacity": most,
        "ScalableTargetARN": target_arn,
        "RoleARN": props.get("RoleARN", f"arn:aws:iam::{get_account_id()}:role/aws-service-role/{SERVICE}"),
        "CreationTime": time.time(),
        "actions": actions,
    }
    return target_id, {"Id": target_id}


def bring_between(resource_id, least, most):
    """Changes how many workers there are, if there are too few or too many."""
    kind, _, name = resource_id.replace("function:", "function/").partition("/")
    if kind == "function":
        function, _, alias = name.partition(":")
        found = lambda_svc._functions.get(function, {}).get("provisioned_concurrency", {}).get(alias, {})
        wanted = min(max(found.get("RequestedProvisionedConcurrentExecutions", 0), least), most)
        answer = (
            lambda_svc._put_provisioned_concurrency(function, alias, {"ProvisionedConcurrentExecutions": wanted})
            if wanted > 0
            else lambda_svc._delete_provisioned_concurrency(function, alias)
        )
    else:
        cluster, _, service = name.partition("/")
        found = ecs._services.get(name, {})
        wanted = min(max(found.get("desiredCount", 0), least), most)
        answer = ecs._update_service({"cluster": cluster, "service": service, "desiredCount": wanted})
    if answer[0] >= 400:
        raise ValueError(f"{resource_id} can't be scaled: {answer[2]!r}")


def create_policy(logical_id, props, stack_name):
    policy_arn = arn("scalingPolicy", f"{new_uuid()}:policyName/{props['PolicyName']}")
    return put_policy(policy_arn, props)


def update_policy(physical_id, old_props, new_props, stack_name):
    return put_policy(physical_id, new_props)


def delete_policy(physical_id, props):
    policies.pop(physical_id, None)


def put_policy(policy_arn, props):
    # A policy names its target by its id, or by what the id is made of.
    target_id = props.get("ScalingTargetId") or "|".join(props[name] for name in IDENTITY)
    if target_id not in targets:
        raise ValueError(f"No scalable target registered for {target_id}")
    told = {name: value for name, value in props.items() if name != "ScalingTargetId"}
    identity = {name: targets[target_id][name] for name in IDENTITY}
    policies[policy_arn] = {**told, **identity, "PolicyARN": policy_arn, "Alarms": [], "CreationTime": time.time()}
    return policy_arn, {"Arn": policy_arn}


def arn(kind, name):
    return f"arn:aws:autoscaling:{get_region()}:{get_account_id()}:{kind}:{name}"


def change_bounds(asked):
    target = targets.get("|".join(asked[name] for name in IDENTITY))
    if target is None:
        return error_response_json("ValidationException", "only what CloudFormation has made can be changed here", 400)
    least, most = asked["MinCapacity"], asked["MaxCapacity"]
    bring_between(asked["ResourceId"], least, most)
    target.update(MinCapacity=least, MaxCapacity=most)
    return json_response({"ScalableTargetARN": target["ScalableTargetARN"]})


# What is asked, where the answer lies, and what it holds.
LISTS = {
    "DescribeScalableTargets": ("ScalableTargets", lambda: [without_actions(one) for one in targets.values()]),
    "DescribeScheduledActions": ("ScheduledActions", lambda: [one for each in targets.values() for one in each["actions"]]),
    "DescribeScalingPolicies": ("ScalingPolicies", lambda: list(policies.values())),
}


def without_actions(target):
    return {name: value for name, value in target.items() if name != "actions"}


async def handle_request(method, path, headers, body, query_params):
    operation = headers.get("x-amz-target", "").rpartition(".")[2]
    asked = json.loads(body or b"{}")
    if operation == "RegisterScalableTarget":
        return change_bounds(asked)
    if operation not in LISTS:
        return error_response_json("UnknownOperationException", f"{operation} isn't here", 400)
    name, items = LISTS[operation]
    found = [one for one in items() if one["ServiceNamespace"] == asked["ServiceNamespace"]]
    return json_response({name: found})
