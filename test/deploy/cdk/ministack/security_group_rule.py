"""AWS::EC2::SecurityGroupIngress: a rule that is a resource of its own, beside the security group that it belongs to."""

from ministack.core.responses import new_uuid
from ministack.services import ec2
from ministack.services.cloudformation import provisioners


TYPE = "AWS::EC2::SecurityGroupIngress"


def register() -> None:
    provisioners._RESOURCE_HANDLERS[TYPE] = {"create": create, "delete": delete}
    # A change of anything makes another rule; on AWS the description alone may change in place.
    provisioners._REPLACING_PROPERTIES[TYPE] = (
        "CidrIp",
        "CidrIpv6",
        "Description",
        "FromPort",
        "GroupId",
        "IpProtocol",
        "SourcePrefixListId",
        "SourceSecurityGroupId",
        "SourceSecurityGroupOwnerId",
        "ToPort",
    )


def rules_of(props):
    """The group's own list, in which its rules lie, and what these properties are in it."""
    group = ec2._security_groups.get(props["GroupId"])
    if group is None:
        raise ValueError(f"The security group '{props['GroupId']}' does not exist")
    return group["IpPermissions"], provisioners._ec2_sg_permissions([props])[0]


def create(logical_id, props, stack_name):
    rules, rule = rules_of(props)
    if rule in rules:
        raise ValueError("the specified rule already exists")
    rules.append(rule)
    rule_id = f"sgr-{new_uuid().replace('-', '')[:17]}"
    return rule_id, {"Id": rule_id}


def delete(physical_id, props):
    # The group may have gone first.
    if props["GroupId"] in ec2._security_groups:
        rules, rule = rules_of(props)
        rules.remove(rule)
