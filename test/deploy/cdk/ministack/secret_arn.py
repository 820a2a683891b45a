"""`Ref` of AWS::SecretsManager::Secret is the secret's ARN; MiniStack's is its name, which no policy speaks of."""

from ministack.services import secretsmanager
from ministack.services.cloudformation import provisioners


def register() -> None:
    handlers = provisioners._RESOURCE_HANDLERS["AWS::SecretsManager::Secret"]
    create, update, delete = (handlers[name] for name in ("create", "update", "delete"))
    handlers["create"] = lambda *arguments: with_arn(create(*arguments))
    handlers["update"] = lambda arn, *arguments: with_arn(update(name_of(arn), *arguments))
    handlers["delete"] = lambda arn, props: delete(name_of(arn), props)


def with_arn(made):
    _, attributes = made
    return attributes["Arn"], attributes


def name_of(arn):
    return secretsmanager._resolve(arn)[0]
