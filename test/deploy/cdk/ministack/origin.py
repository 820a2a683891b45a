"""Requests over the loopback interface count as encrypted.

With IAM enforced, the policy of CDK's bucket for assets denies whatever comes without TLS, as it should on AWS. Here
nothing leaves the machine, so plain HTTP stands in for TLS.
"""

from ministack import app
from ministack.core.iam_evaluator import pin_request_origin


def register() -> None:
    app.pin_request_origin = lambda source_ip, _encrypted: pin_request_origin(source_ip, True)
