"""What policies let somebody do, for the additions whose services MiniStack lets do anything."""

from ministack.core.arn import parse_arn
from ministack.core.iam_evaluator import (
    EvalContext,
    _gather_role_policies,
    _permissions_boundary,
    evaluate,
    evaluate_resource_policy,
)
from ministack.core.responses import get_region
from ministack.services import iam, lambda_svc

INVOKE = "lambda:InvokeFunction"
SEND = "sqs:SendMessage"


def role_may(role_arn, action, resource_arn):
    """Whether a role, with all that it holds, may do something to a resource."""
    account, name = parse_arn(role_arn).account_id, role_arn.rsplit("/", 1)[-1]
    context = EvalContext(
        principal_arn=role_arn,
        principal_type="AssumedRole",
        principal_account=account,
        action=action,
        resource_arn=resource_arn,
        region=get_region(),
    )
    policies = _gather_role_policies(name, account)
    return evaluate(context, policies, *_permissions_boundary(iam._roles, name, account)).decision == "Allow"


def role_trusts(role_arn, service, source_arn):
    """Whether a service of AWS may take a role, on behalf of something."""
    role = iam._roles.get(role_arn.rsplit("/", 1)[-1])
    if role is None:
        return False
    document = lambda_svc.json.loads(role["AssumeRolePolicyDocument"])
    # What the statements are about is the role itself, so they don't say it.
    statements = [{**one, "Resource": "*"} for one in document["Statement"]]
    return allows({**document, "Statement": statements}, service, "sts:AssumeRole", role_arn, source_arn)


def function_lets(function, function_arn, service, source_arn):
    """Whether a function's own policy lets a service of AWS call it, on behalf of something."""
    return allows(function["policy"], service, INVOKE, function_arn, source_arn)


def allows(policy, service, action, resource_arn, source_arn):
    context = EvalContext(
        principal_arn="*",
        principal_type="Service",
        principal_account="",
        action=action,
        resource_arn=resource_arn,
        region=get_region(),
        service_context={"aws:sourcearn": source_arn, "aws:sourceaccount": parse_arn(resource_arn).account_id},
    )
    return evaluate_resource_policy(policy, context, service=service).decision == "Allow"
