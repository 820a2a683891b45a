"""A target group's full name begins with its kind, as on AWS: `targetgroup/<name>/<id>`. MiniStack leaves that out."""

from ministack.services import alb


def register() -> None:
    alb._target_group_full_name_from_arn = lambda arn: arn.split(":")[5]
