"""What a network has beside subnets and routes, which MiniStack knows from EC2's API alone: addresses, NAT gateways, flow logs."""

from ministack.core.responses import new_uuid
from ministack.services import ec2
from ministack.services.cloudformation import provisioners


def made_up(prefix: str) -> str:
    return f"{prefix}-{new_uuid().replace('-', '')[:17]}"


def register() -> None:
    for kind, create, delete, replacing in (
        ("EIP", create_address, ec2._addresses.pop, ("Domain",)),
        ("NatGateway", create_gateway, ec2._nat_gateways.pop, ("AllocationId", "SubnetId")),
        ("FlowLog", create_flow_log, ec2._flow_logs.pop, FLOW_LOG),
    ):
        provisioners._RESOURCE_HANDLERS[f"AWS::EC2::{kind}"] = {"create": create, "delete": deleting(delete)}
        provisioners._REPLACING_PROPERTIES[f"AWS::EC2::{kind}"] = replacing


# Nothing of a flow log changes in place but its tags.
FLOW_LOG = (
    "DeliverLogsPermissionArn",
    "LogDestinationType",
    "LogGroupName",
    "MaxAggregationInterval",
    "ResourceId",
    "ResourceType",
    "TrafficType",
)


def deleting(pop):
    return lambda physical_id, props: pop(physical_id, None)


def create_address(logical_id, props, stack_name):
    address_id = made_up("eipalloc")
    address = {"AllocationId": address_id, "PublicIp": "192.0.2.1", "Domain": props.get("Domain", "vpc")}
    beside = ("AssociationId", "InstanceId", "NetworkInterfaceId", "PrivateIpAddress")
    ec2._addresses[address_id] = {**address, **{name: None for name in beside}}
    return address_id, {"AllocationId": address_id, "PublicIp": address["PublicIp"]}


def create_gateway(logical_id, props, stack_name):
    subnet = ec2._subnets.get(props["SubnetId"])
    if subnet is None:
        raise ValueError(f"The subnet ID '{props['SubnetId']}' does not exist")
    if props["AllocationId"] not in ec2._addresses:
        raise ValueError(f"The allocation ID '{props['AllocationId']}' does not exist")
    attached = [one for one in ec2._internet_gateways.values() if is_attached(one, subnet["VpcId"])]
    if not attached:
        raise ValueError(f"Network {subnet['VpcId']} has no Internet gateway attached")
    gateway_id = made_up("nat")
    ec2._nat_gateways[gateway_id] = {
        "NatGatewayId": gateway_id,
        "SubnetId": props["SubnetId"],
        "VpcId": subnet["VpcId"],
        "AllocationId": props["AllocationId"],
        "ConnectivityType": "public",
        "State": "available",
        "CreateTime": ec2._now_ts(),
        "Tags": [],
    }
    return gateway_id, {"NatGatewayId": gateway_id}


def is_attached(gateway, vpc_id) -> bool:
    return any(one.get("VpcId") == vpc_id for one in gateway.get("Attachments", []))


def create_flow_log(logical_id, props, stack_name):
    if props["ResourceId"] not in ec2._vpcs:
        raise ValueError(f"The vpc ID '{props['ResourceId']}' does not exist")
    flow_log_id = made_up("fl")
    ec2._flow_logs[flow_log_id] = {"FlowLogId": flow_log_id, **{name: props.get(name) for name in FLOW_LOG}}
    return flow_log_id, {"Id": flow_log_id}
