/** What a cloud holds to, of resources of one type. */
export interface Rules {
  /** The property that the provider makes up a name for where the program gives none. @default name */
  readonly madeUp?: string;
  /** The properties that name it together: a second one of the same name is refused. None where the cloud makes the id. */
  readonly unique?: readonly string[];
  /** The properties that can't be changed once it's there. */
  readonly fixed: readonly string[] | 'all';
  /** The attributes that every change of it changes. */
  readonly moving?: readonly string[];
  /** The type of the resources that it can't be deleted from under. */
  readonly heldBy?: string;
  /** The property that names what it is a part of, and goes with. */
  readonly partOf?: string;
  /** The longest name, in characters. */
  readonly longestName?: number;
}

/** A part of a bucket, which there is one of. */
const ofBucket: Rules = { unique: ['bucket'], fixed: ['bucket'] };

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
  'cloudwatch/eventRule:EventRule': { ...named('name'), longestName: 64 },
  'cloudwatch/eventTarget:EventTarget': named('rule', 'targetId'),
  'cloudwatch/logGroup:LogGroup': named('name'),
  'cloudwatch/metricAlarm:MetricAlarm': { ...named('name'), longestName: 255 },
  'dynamodb/table:Table': { unique: ['name'], fixed: ['name', 'hashKey', 'rangeKey'] },
  'ec2/defaultSecurityGroup:DefaultSecurityGroup': named('vpcId'),
  'ec2/eip:Eip': { fixed: ['domain'] },
  'ec2/flowLog:FlowLog': { fixed: 'all' },
  'ec2/internetGateway:InternetGateway': { fixed: [] },
  'ec2/natGateway:NatGateway': { fixed: ['allocationId', 'subnetId'] },
  'ec2/route:Route': {
    unique: ['routeTableId', 'destinationCidrBlock'],
    fixed: ['routeTableId', 'destinationCidrBlock'],
  },
  'ec2/routeTable:RouteTable': { fixed: ['vpcId'] },
  'ec2/routeTableAssociation:RouteTableAssociation': { unique: ['subnetId'], fixed: ['subnetId'] },
  'ec2/securityGroup:SecurityGroup': { unique: ['vpcId', 'name'], fixed: ['vpcId', 'name', 'description'] },
  'ec2/subnet:Subnet': { unique: ['vpcId', 'cidrBlock'], fixed: ['vpcId', 'cidrBlock', 'availabilityZone'] },
  'ec2/vpc:Vpc': { fixed: ['cidrBlock'] },
  'ec2/vpcEndpoint:VpcEndpoint': { fixed: ['vpcId', 'serviceName', 'vpcEndpointType'] },
  'ecs/cluster:Cluster': named('name'),
  'ecs/service:Service': { unique: ['cluster', 'name'], fixed: ['cluster', 'name', 'launchType'] },
  'ecs/taskDefinition:TaskDefinition': { fixed: 'all' },
  'iam/role:Role': { ...named('name'), longestName: 64 },
  'iam/rolePolicy:RolePolicy': named('role', 'name'),
  'iam/rolePolicyAttachment:RolePolicyAttachment': { fixed: 'all' },
  'lambda/alias:Alias': named('functionName', 'name'),
  'lambda/eventSourceMapping:EventSourceMapping': {
    unique: ['eventSourceArn', 'functionName'],
    fixed: ['eventSourceArn'],
  },
  'lambda/function:Function': {
    ...named('name'),
    moving: ['version', 'qualifiedArn', 'qualifiedInvokeArn', 'lastModified', 'codeSha256'],
    longestName: 64,
  },
  'lambda/functionEventInvokeConfig:FunctionEventInvokeConfig': named('functionName', 'qualifier'),
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
  's3/bucket:Bucket': { ...named('bucket'), madeUp: 'bucket', longestName: 63 },
  's3/bucketLifecycleConfiguration:BucketLifecycleConfiguration': ofBucket,
  's3/bucketNotification:BucketNotification': ofBucket,
  's3/bucketOwnershipControls:BucketOwnershipControls': ofBucket,
  's3/bucketPolicy:BucketPolicy': ofBucket,
  's3/bucketPublicAccessBlock:BucketPublicAccessBlock': ofBucket,
  's3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration': ofBucket,
  's3/bucketVersioning:BucketVersioning': ofBucket,
  'scheduler/schedule:Schedule': { ...named('name'), longestName: 64 },
  'secretsmanager/secret:Secret': named('name'),
  'secretsmanager/secretVersion:SecretVersion': { fixed: ['secretId', 'secretString'], partOf: 'secretId' },
  'servicediscovery/privateDnsNamespace:PrivateDnsNamespace': named('vpc', 'name'),
  'sns/topic:Topic': { unique: ['name'], fixed: ['name', 'fifoTopic'], longestName: 256 },
  'sns/topicSubscription:TopicSubscription': named('topic', 'protocol', 'endpoint'),
  'sqs/queue:Queue': { unique: ['name'], fixed: ['name', 'fifoQueue'], longestName: 80 },
  'sqs/queuePolicy:QueuePolicy': named('queueUrl'),
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
  'compute/network:Network': { unique: ['name'], fixed: ['name', 'autoCreateSubnetworks'] },
  'compute/router:Router': { unique: ['region', 'name'], fixed: ['region', 'name', 'network'] },
  'compute/routerNat:RouterNat': { unique: ['region', 'router', 'name'], fixed: ['region', 'router', 'name'] },
  'compute/subnetwork:Subnetwork': { unique: ['region', 'name'], fixed: ['region', 'name', 'network', 'ipCidrRange'] },
  'compute/regionNetworkEndpointGroup:RegionNetworkEndpointGroup': { unique: ['region', 'name'], fixed: 'all' },
  'compute/targetHttpProxy:TargetHttpProxy': named('name'),
  'compute/uRLMap:URLMap': named('name'),
  'firestore/database:Database': { unique: ['name'], fixed: ['name', 'locationId'] },
  'firestore/field:Field': named('database', 'collection', 'field'),
  'monitoring/alertPolicy:AlertPolicy': { fixed: [] },
  'monitoring/notificationChannel:NotificationChannel': { fixed: ['type'] },
  'parametermanager/parameter:Parameter': { unique: ['parameterId'], fixed: ['parameterId', 'format'] },
  'parametermanager/parameterVersion:ParameterVersion': {
    unique: ['parameter', 'parameterVersionId'],
    fixed: ['parameter', 'parameterVersionId', 'parameterData'],
  },
  'projects/iAMCustomRole:IAMCustomRole': named('roleId'),
  'projects/iAMMember:IAMMember': { fixed: 'all' },
  // Enabling a service that is enabled is no fault.
  'projects/service:Service': { fixed: ['project', 'service'] },
  'projects/serviceIdentity:ServiceIdentity': { fixed: 'all' },
  'pubsub/subscription:Subscription': {
    unique: ['name'],
    fixed: ['name', 'topic', 'filter', 'enableMessageOrdering'],
  },
  'pubsub/subscriptionIAMMember:SubscriptionIAMMember': { fixed: 'all' },
  'pubsub/topic:Topic': named('name'),
  'pubsub/topicIAMMember:TopicIAMMember': { fixed: 'all' },
  'secretmanager/secret:Secret': { unique: ['secretId'], fixed: ['secretId', 'replication'] },
  'secretmanager/secretIamMember:SecretIamMember': { fixed: 'all' },
  'secretmanager/secretVersion:SecretVersion': { fixed: ['secret', 'secretData'], partOf: 'secret' },
  'serviceaccount/account:Account': named('accountId'),
  'serviceaccount/iAMMember:IAMMember': { fixed: 'all' },
  'storage/bucket:Bucket': { unique: ['name'], fixed: ['name', 'location'] },
  'storage/bucketIAMMember:BucketIAMMember': { fixed: 'all' },
  'storage/bucketObject:BucketObject': { unique: ['bucket', 'name'], fixed: ['bucket', 'name'] },
  'storage/notification:Notification': { fixed: 'all' },
};

const time: Readonly<Record<string, Rules>> = { 'index/sleep:Sleep': { fixed: ['triggers'] } };

const all = new Map<string, Rules>(
  Object.entries({ aws, gcp, time }).flatMap(([cloud, types]) =>
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
