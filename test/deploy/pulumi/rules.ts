/** What a cloud holds to, of resources of one type. */
export interface Rules {
  /** The properties that name it together: a second one of the same name is refused. None where the cloud makes the id. */
  readonly unique?: readonly string[];
  /** The properties that can't be changed once it's there. */
  readonly fixed: readonly string[] | 'all';
  /** The attributes that every change of it changes. */
  readonly moving?: readonly string[];
  /** The type of the resources that it can't be deleted from under. */
  readonly heldBy?: string;
  /** The longest name, in characters. */
  readonly longestName?: number;
}

const named = (...properties: readonly string[]): Rules => ({ unique: properties, fixed: properties });

const aws: Readonly<Record<string, Rules>> = {
  'apigatewayv2/api:Api': { fixed: ['protocolType'] },
  'apigatewayv2/integration:Integration': { fixed: ['apiId', 'integrationType'] },
  'apigatewayv2/route:Route': { unique: ['apiId', 'routeKey'], fixed: ['apiId'] },
  'apigatewayv2/stage:Stage': named('apiId', 'name'),
  'apigatewayv2/vpcLink:VpcLink': { fixed: ['subnetIds', 'securityGroupIds'] },
  'appautoscaling/policy:Policy': named('serviceNamespace', 'resourceId', 'scalableDimension', 'name'),
  'appautoscaling/scheduledAction:ScheduledAction': named(
    'serviceNamespace',
    'resourceId',
    'scalableDimension',
    'name',
  ),
  'appautoscaling/target:Target': named('serviceNamespace', 'resourceId', 'scalableDimension'),
  'cloudwatch/logGroup:LogGroup': named('name'),
  'dynamodb/table:Table': { unique: ['name'], fixed: ['name', 'hashKey', 'rangeKey'] },
  'ec2/securityGroup:SecurityGroup': { unique: ['vpcId', 'name'], fixed: ['vpcId', 'name', 'description'] },
  'ecs/cluster:Cluster': named('name'),
  'ecs/service:Service': { unique: ['cluster', 'name'], fixed: ['cluster', 'name', 'launchType'] },
  'ecs/taskDefinition:TaskDefinition': { fixed: 'all' },
  'iam/role:Role': { ...named('name'), longestName: 64 },
  'iam/rolePolicy:RolePolicy': named('role', 'name'),
  'iam/rolePolicyAttachment:RolePolicyAttachment': { fixed: 'all' },
  'lambda/alias:Alias': named('functionName', 'name'),
  'lambda/function:Function': {
    ...named('name'),
    moving: ['version', 'qualifiedArn', 'qualifiedInvokeArn', 'lastModified', 'codeSha256'],
    longestName: 64,
  },
  'lambda/functionUrl:FunctionUrl': named('functionName', 'qualifier'),
  'lambda/permission:Permission': { fixed: 'all' },
  'lambda/provisionedConcurrencyConfig:ProvisionedConcurrencyConfig': named('functionName', 'qualifier'),
  'lb/listener:Listener': { unique: ['loadBalancerArn', 'port'], fixed: ['loadBalancerArn'] },
  'lb/listenerRule:ListenerRule': { unique: ['listenerArn', 'priority'], fixed: ['listenerArn'] },
  'lb/loadBalancer:LoadBalancer': {
    unique: ['name'],
    fixed: ['name', 'internal', 'loadBalancerType'],
    longestName: 32,
  },
  'lb/targetGroup:TargetGroup': {
    unique: ['name'],
    fixed: ['name', 'port', 'protocol', 'targetType', 'vpcId'],
    heldBy: 'aws:lb/listenerRule:ListenerRule',
    longestName: 32,
  },
  'scheduler/schedule:Schedule': { ...named('name'), longestName: 64 },
  'servicediscovery/privateDnsNamespace:PrivateDnsNamespace': named('vpc', 'name'),
  'ssm/parameter:Parameter': named('name'),
  'vpc/securityGroupEgressRule:SecurityGroupEgressRule': {
    unique: ['securityGroupId', 'ipProtocol', 'cidrIpv4'],
    fixed: ['securityGroupId'],
  },
  'vpc/securityGroupIngressRule:SecurityGroupIngressRule': {
    unique: ['securityGroupId', 'ipProtocol', 'fromPort', 'cidrIpv4', 'referencedSecurityGroupId'],
    fixed: ['securityGroupId'],
  },
};

const gcp: Readonly<Record<string, Rules>> = {
  'artifactregistry/repository:Repository': {
    unique: ['location', 'repositoryId'],
    fixed: ['location', 'repositoryId', 'format'],
  },
  'artifactregistry/repositoryIamMember:RepositoryIamMember': { fixed: 'all' },
  'cloudfunctionsv2/function:Function': named('location', 'name'),
  'cloudfunctionsv2/functionIamMember:FunctionIamMember': { fixed: 'all' },
  'cloudrun/iamMember:IamMember': { fixed: 'all' },
  'cloudrunv2/service:Service': named('location', 'name'),
  'cloudrunv2/serviceIamMember:ServiceIamMember': { fixed: 'all' },
  'cloudscheduler/job:Job': named('region', 'name'),
  'compute/backendService:BackendService': { unique: ['name'], fixed: ['name', 'loadBalancingScheme'] },
  'compute/globalAddress:GlobalAddress': { unique: ['name'], fixed: 'all' },
  'compute/globalForwardingRule:GlobalForwardingRule': {
    unique: ['name'],
    fixed: ['name', 'ipAddress', 'portRange', 'loadBalancingScheme'],
  },
  'compute/regionNetworkEndpointGroup:RegionNetworkEndpointGroup': { unique: ['region', 'name'], fixed: 'all' },
  'compute/targetHttpProxy:TargetHttpProxy': named('name'),
  'compute/uRLMap:URLMap': named('name'),
  'firestore/database:Database': { unique: ['name'], fixed: ['name', 'locationId'] },
  'firestore/field:Field': named('database', 'collection', 'field'),
  'parametermanager/parameter:Parameter': { unique: ['parameterId'], fixed: ['parameterId', 'format'] },
  'parametermanager/parameterVersion:ParameterVersion': {
    unique: ['parameter', 'parameterVersionId'],
    fixed: ['parameter', 'parameterVersionId', 'parameterData'],
  },
  'projects/iAMCustomRole:IAMCustomRole': named('roleId'),
  'projects/iAMMember:IAMMember': { fixed: 'all' },
  // Enabling a service that is enabled is no fault.
  'projects/service:Service': { fixed: ['project', 'service'] },
  'serviceaccount/account:Account': named('accountId'),
  'serviceaccount/iAMMember:IAMMember': { fixed: 'all' },
  'storage/bucket:Bucket': { unique: ['name'], fixed: ['name', 'location'] },
  'storage/bucketIAMMember:BucketIAMMember': { fixed: 'all' },
  'storage/bucketObject:BucketObject': { unique: ['bucket', 'name'], fixed: ['bucket', 'name'] },
  'vpcaccess/connector:Connector': {
    unique: ['region', 'name'],
    fixed: ['region', 'name', 'network', 'ipCidrRange'],
  },
};

const all = new Map<string, Rules>(
  Object.entries({ aws, gcp }).flatMap(([cloud, types]) =>
    Object.entries(types).map(([type, rules]) => [`${cloud}:${type}`, rules] as const),
  ),
);

/** @throws Error for a type that nobody has said anything about here: it has to be added */
export function rulesOf(type: string): Rules {
  const rules = all.get(type);
  if (!rules) throw new Error(`${type}: this cloud has no rules for it (test/deploy/pulumi/rules.ts)`);
  return rules;
}

/** Whether a property can be changed only by making the resource anew. */
export const isFixed = ({ fixed }: Rules, property: string): boolean =>
  fixed === 'all' ? property !== 'tags' && property !== 'labels' : fixed.includes(property);

/** Whether the cloud refuses to delete a resource. */
export const isProtected = (type: string, properties: Readonly<Record<string, unknown>>): boolean =>
  properties['deletionProtectionEnabled'] === true ||
  properties['enableDeletionProtection'] === true ||
  properties['deleteProtectionState'] === 'DELETE_PROTECTION_ENABLED' ||
  // Of Cloud Run's services it is on unless somebody says otherwise.
  (properties['deletionProtection'] ?? type === 'gcp:cloudrunv2/service:Service') === true;
