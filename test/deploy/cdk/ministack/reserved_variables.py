"""Environment variables that Lambda sets itself, and refuses to be told."""

from ministack.services.cloudformation import provisioners

# https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html#configuration-envvars-runtime
RESERVED = frozenset(
    """_HANDLER _X_AMZN_TRACE_ID AWS_DEFAULT_REGION AWS_REGION AWS_EXECUTION_ENV AWS_LAMBDA_FUNCTION_NAME
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE AWS_LAMBDA_FUNCTION_VERSION AWS_LAMBDA_INITIALIZATION_TYPE AWS_LAMBDA_LOG_GROUP_NAME
    AWS_LAMBDA_LOG_STREAM_NAME AWS_ACCESS_KEY AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN
    AWS_LAMBDA_RUNTIME_API LAMBDA_TASK_ROOT LAMBDA_RUNTIME_DIR""".split()
)


def register() -> None:
    handlers = provisioners._RESOURCE_HANDLERS["AWS::Lambda::Function"]
    handlers["create"] = checked(handlers["create"], 1)
    handlers["update"] = checked(handlers["update"], 2)


def checked(otherwise, position):
    """A handler that first looks at the new properties, which stand at a position among its arguments."""

    def handler(*arguments, **more):
        variables = arguments[position].get("Environment", {}).get("Variables", {})
        found = sorted(RESERVED & set(variables))
        if found:
            raise ValueError(
                "Lambda was unable to configure your environment variables because the environment variables you have"
                " provided contains reserved keys that are currently not supported for modification. Reserved keys used"
                f" in this request: {', '.join(found)}"
            )
        return otherwise(*arguments, **more)

    return handler
