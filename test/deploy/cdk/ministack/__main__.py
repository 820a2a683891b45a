"""MiniStack, with what the examples need and it lacks: `python test/deploy/cdk/ministack`, told by its own variables."""

from importlib.metadata import version

# The version whose private names the additions use. It stands in ministack.ts as well.
BUILT_FOR = "1.5.33"


def main() -> None:
    found = version("ministack")
    if found != BUILT_FOR:
        raise SystemExit(f"these additions are for ministack {BUILT_FOR}, and {found} is here: look through them, then raise the pin")

    from ministack import app

    import asynchronous
    import auto_scaling
    import clock
    import delivery
    import execution_role
    import network
    import options
    import origin
    import reserved_concurrency
    import reserved_variables
    import schedule
    import secret_arn
    import security_group_rule
    import target_group_name
    import vpc_link

    additions = (
        asynchronous,
        auto_scaling,
        clock,
        delivery,
        execution_role,
        network,
        options,
        origin,
        reserved_concurrency,
        reserved_variables,
        schedule,
        secret_arn,
        security_group_rule,
        target_group_name,
        vpc_link,
    )
    for addition in additions:
        addition.register()
    app.main()


if __name__ == "__main__":
    main()
