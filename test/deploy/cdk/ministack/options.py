"""An HTTP API without CORS leaves OPTIONS to its routes, as AWS does; MiniStack would refuse it before it looks at them."""

from ministack.services import apigateway


def register() -> None:
    apigateway._handle_execute_in_scope = leaving(apigateway._handle_execute_in_scope)
    apigateway._match_route = matching(apigateway._match_route)


class Left(str):
    """A method that is equal to no other, so that nobody answers it but the routes."""

    __hash__ = str.__hash__

    def __eq__(self, other):
        return False

    def __ne__(self, other):
        return True


def leaving(otherwise):
    async def handle(api_id, stage, path, method, *rest):
        if method == "OPTIONS" and not (apigateway._apis.get(api_id) or {}).get("corsConfiguration"):
            method = Left(method)
        return await otherwise(api_id, stage, path, method, *rest)

    return handle


def matching(otherwise):
    return lambda api_id, method, path: otherwise(api_id, str(method), path)
