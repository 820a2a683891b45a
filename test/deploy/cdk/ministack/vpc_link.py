"""AWS::ApiGatewayV2::VpcLink, and as much of its API as tells what is there: GetVpcLinks and GetVpcLink.

As on AWS, not every zone has links: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-vpc-links.html
Here it is the third zone of every region, as in us-east-1, where use1-az3 has none.
"""

from ministack.core.responses import AccountRegionScopedDict, new_uuid
from ministack.services import apigateway, ec2
from ministack.services.cloudformation import provisioners

TYPE = "AWS::ApiGatewayV2::VpcLink"

links = AccountRegionScopedDict()


def register() -> None:
    provisioners._RESOURCE_HANDLERS[TYPE] = {"create": create, "update": update, "delete": delete}
    provisioners._REPLACING_PROPERTIES[TYPE] = ("SecurityGroupIds", "SubnetIds")
    apigateway.handle_request = answering(apigateway.handle_request)


def create(logical_id, props, stack_name):
    link_id = new_uuid()[:8]
    links[link_id] = record(link_id, props)
    return link_id, {"VpcLinkId": link_id}


def update(physical_id, old_props, new_props, stack_name):
    links[physical_id] = record(physical_id, new_props)
    return physical_id, {"VpcLinkId": physical_id}


def delete(physical_id, props):
    links.pop(physical_id, None)


def record(link_id, props):
    for subnet_id in props["SubnetIds"]:
        zone = ec2._subnets.get(subnet_id, {}).get("AvailabilityZoneId", "")
        if zone.endswith("-az3"):
            raise ValueError(f"Subnet '{subnet_id}' is in Availability Zone '{zone}' where service is not available")
    return {
        "vpcLinkId": link_id,
        "name": props["Name"],
        "securityGroupIds": props.get("SecurityGroupIds", []),
        "subnetIds": props["SubnetIds"],
        "tags": props.get("Tags", {}),
        "vpcLinkStatus": "AVAILABLE",
        "vpcLinkVersion": "V2",
    }


def answering(otherwise):
    """The API's control plane, which answers for links before all the rest."""

    async def handle_request(method, path, headers, body, query_params):
        version, _, rest = path.strip("/").partition("/")
        kind, _, link_id = rest.partition("/")
        if (method, version, kind) != ("GET", "v2", "vpclinks"):
            return await otherwise(method, path, headers, body, query_params)
        if not link_id:
            return apigateway._apigw_response({"items": list(links.values())})
        if link_id not in links:
            return apigateway._apigw_error("NotFoundException", "Unable to find the specified VPC link", 404)
        return apigateway._apigw_response(links[link_id])

    return handle_request
