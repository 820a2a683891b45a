import { Pointer } from '../made';
import type { Dialect } from '../gcp/dialect';
import { readArchive } from '../pulumi-archive';

/** Pulumi bridges Terraform's Google provider: names are in camelCase, and a repeated block has a plural. */
const word = (google: string): string =>
  google.replace('[]', 's').replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());

/** Pulumi records a resource's inputs apart from its options, and names parts in kebab case. */
export const dialect: Dialect = {
  types: {
    account: 'gcp:serviceaccount/account:Account',
    address: 'gcp:compute/globalAddress:GlobalAddress',
    agent: 'gcp:projects/serviceIdentity:ServiceIdentity',
    alarm: 'gcp:monitoring/alertPolicy:AlertPolicy',
    backend: 'gcp:compute/backendService:BackendService',
    bucket: 'gcp:storage/bucket:Bucket',
    channel: 'gcp:monitoring/notificationChannel:NotificationChannel',
    connector: 'gcp:vpcaccess/connector:Connector',
    database: 'gcp:firestore/database:Database',
    enabled: 'gcp:projects/service:Service',
    endpointGroup: 'gcp:compute/regionNetworkEndpointGroup:RegionNetworkEndpointGroup',
    field: 'gcp:firestore/field:Field',
    forwardingRule: 'gcp:compute/globalForwardingRule:GlobalForwardingRule',
    function: 'gcp:cloudfunctionsv2/function:Function',
    invoker: 'gcp:cloudrun/iamMember:IamMember',
    job: 'gcp:cloudscheduler/job:Job',
    nat: 'gcp:compute/routerNat:RouterNat',
    network: 'gcp:compute/network:Network',
    notification: 'gcp:storage/notification:Notification',
    object: 'gcp:storage/bucketObject:BucketObject',
    onAccount: 'gcp:serviceaccount/iAMMember:IAMMember',
    onBucket: 'gcp:storage/bucketIAMMember:BucketIAMMember',
    onFunction: 'gcp:cloudfunctionsv2/functionIamMember:FunctionIamMember',
    onProject: 'gcp:projects/iAMMember:IAMMember',
    onRepository: 'gcp:artifactregistry/repositoryIamMember:RepositoryIamMember',
    onSecret: 'gcp:secretmanager/secretIamMember:SecretIamMember',
    onService: 'gcp:cloudrunv2/serviceIamMember:ServiceIamMember',
    onSubscription: 'gcp:pubsub/subscriptionIAMMember:SubscriptionIAMMember',
    onTopic: 'gcp:pubsub/topicIAMMember:TopicIAMMember',
    parameter: 'gcp:parametermanager/parameter:Parameter',
    parameterVersion: 'gcp:parametermanager/parameterVersion:ParameterVersion',
    project: 'gcp:organizations/getProject:getProject',
    proxy: 'gcp:compute/targetHttpProxy:TargetHttpProxy',
    repository: 'gcp:artifactregistry/repository:Repository',
    role: 'gcp:projects/iAMCustomRole:IAMCustomRole',
    router: 'gcp:compute/router:Router',
    secret: 'gcp:secretmanager/secret:Secret',
    secretVersion: 'gcp:secretmanager/secretVersion:SecretVersion',
    service: 'gcp:cloudrunv2/service:Service',
    storageAgent: 'gcp:storage/getProjectServiceAccount:getProjectServiceAccount',
    subnetwork: 'gcp:compute/subnetwork:Subnetwork',
    subscription: 'gcp:pubsub/subscription:Subscription',
    topic: 'gcp:pubsub/topic:Topic',
    urlMap: 'gcp:compute/uRLMap:URLMap',
    wait: 'time:index/sleep:Sleep',
  },
  word,
  at: ['inputs'],
  waits: ['options', 'dependsOn'],
  // A recording doesn't hold what a data source waits for.
  asked: { at: ['args'] },
  project: new Pointer('config', 'gcp:project'),
  region: new Pointer('config', 'gcp:region'),
  functionUri: 'serviceConfig.uri',
  part: (name) => name,
  options: {
    retained: (resource) => resource.one(['options', 'retainOnDelete'], [true, true], [false, false]),
    // Pulumi deletes resource by resource, so a part needs the option of its whole.
    staysWith: (part, isKept) => part.fixed(['options', 'retainOnDelete'], isKept),
    agreesWithPolicy: (resource, isKept) =>
      resource.one(['options', 'retainOnDelete'], [true, true], [false, false]) === isKept,
    ignores: (resource, ...properties) =>
      resource.fixed(
        ['options', 'ignoreChanges'],
        properties.map((property) => property.map(word).join('.')),
      ),
    // Pulumi's provider has what Terraform keeps in a provider of its own.
    isBeta: () => true,
    isDeletedFirst: (resource) => resource.fixed(['options', 'deleteBeforeReplace'], true),
  },
  archive: (object, _name, artefact) => object.as(['inputs', 'source'], (archive) => readArchive(archive, artefact)),
};
