import { waits } from './foreign-waits';
import { isMade } from './made';
import { isObject, type Path, type Resource } from './resource';

/** Properties at which a resource only names others, and the reason why that does nothing to them. */
interface OnlyNames {
  readonly at: readonly Path[];
  readonly why: string;
}

const stores = 'it stores a text, which permits nothing';
const shows = 'it reads metrics of CloudWatch or Cloud Monitoring, which every identity of the account could name';
const environment = 'code gets the name of a resource; what it may do is in the policies of its role';
const matches = 'it selects events or lines of logs; its targets are stated apart';

/** By type. Every other property that names the architecture, and every other type, is a difference. */
const table: Readonly<Record<string, OnlyNames>> = {
  'AWS::SSM::Parameter': {
    at: [
      ['Properties', 'Value'],
      ['Properties', 'Description'],
    ],
    why: stores,
  },
  'AWS::SecretsManager::Secret': {
    at: [
      ['Properties', 'SecretString'],
      ['Properties', 'Description'],
    ],
    why: stores,
  },
  'AWS::CloudWatch::Dashboard': { at: [['Properties', 'DashboardBody']], why: shows },
  'AWS::CloudWatch::Alarm': { at: inProperties('AlarmDescription', 'AlarmName', 'Dimensions', 'Metrics'), why: shows },
  'AWS::CloudWatch::CompositeAlarm': { at: inProperties('AlarmDescription', 'AlarmRule'), why: shows },
  'AWS::Events::Rule': { at: inProperties('Description', 'EventPattern'), why: matches },
  'AWS::Logs::MetricFilter': { at: inProperties('FilterPattern', 'LogGroupName', 'MetricTransformations'), why: shows },
  'AWS::Lambda::Function': { at: inProperties('Description', 'Environment'), why: environment },
  'AWS::ECS::TaskDefinition': { at: [['Properties', 'ContainerDefinitions', 'Environment']], why: environment },

  'aws:ssm/parameter:Parameter': { at: inInputs('value', 'insecureValue', 'description'), why: stores },
  'aws:secretsmanager/secretVersion:SecretVersion': { at: inInputs('secretString'), why: stores },
  'aws:cloudwatch/dashboard:Dashboard': { at: inInputs('dashboardBody'), why: shows },
  'aws:cloudwatch/metricAlarm:MetricAlarm': {
    at: inInputs('alarmDescription', 'dimensions', 'metricQueries', 'name'),
    why: shows,
  },
  'aws:cloudwatch/eventRule:EventRule': { at: inInputs('description', 'eventPattern'), why: matches },
  'aws:cloudwatch/logMetricFilter:LogMetricFilter': {
    at: inInputs('logGroupName', 'metricTransformation', 'pattern'),
    why: shows,
  },
  'aws:lambda/function:Function': { at: inInputs('description', 'environment'), why: environment },

  google_secret_manager_secret_version: { at: [['secret_data']], why: stores },
  google_parameter_manager_parameter_version: { at: [['parameter_data']], why: stores },
  google_storage_bucket_object: { at: [['content']], why: stores },
  google_monitoring_dashboard: { at: [['dashboard_json']], why: shows },
  google_monitoring_alert_policy: { at: [['conditions'], ['display_name'], ['documentation']], why: shows },
  google_logging_metric: { at: [['description'], ['filter']], why: matches },
  google_cloudfunctions2_function: {
    at: [['description'], ['service_config', 'environment_variables']],
    why: environment,
  },
  google_cloud_run_v2_service: { at: [['description'], ['template', 'containers', 'env']], why: environment },

  'gcp:secretmanager/secretVersion:SecretVersion': { at: inInputs('secretData'), why: stores },
  'gcp:parametermanager/parameterVersion:ParameterVersion': { at: inInputs('parameterData'), why: stores },
  'gcp:storage/bucketObject:BucketObject': { at: inInputs('content'), why: stores },
  'gcp:monitoring/dashboard:Dashboard': { at: inInputs('dashboardJson'), why: shows },
  'gcp:monitoring/alertPolicy:AlertPolicy': { at: inInputs('conditions', 'displayName', 'documentation'), why: shows },
  'gcp:logging/metric:Metric': { at: inInputs('description', 'filter'), why: matches },
  'gcp:cloudfunctionsv2/function:Function': {
    at: [...inInputs('description'), ['inputs', 'serviceConfig', 'environmentVariables']],
    why: environment,
  },
  'gcp:cloudrunv2/service:Service': {
    at: [...inInputs('description'), ['inputs', 'template', 'containers', 'envs']],
    why: environment,
  },
};

function inProperties(...keys: readonly string[]): Path[] {
  return keys.map((key) => ['Properties', key]);
}

function inInputs(...keys: readonly string[]): Path[] {
  return keys.map((key) => ['inputs', key]);
}

/**
 * The properties of an app's own resource without those at which it only names other resources. Waiting for one only
 * changes the order of a deployment.
 */
export const beyondNames = ({ type, properties }: Resource): unknown =>
  [...waits, ...(Object.hasOwn(table, type) ? table[type]!.at : [])].reduce<unknown>(without, properties);

/** A value without what is at a path, in each item of the lists on the way. */
function without(value: unknown, path: Path): unknown {
  const [key, ...rest] = path;
  if (!isObject(value) || isMade(value) || key === undefined) return value;
  if (Array.isArray(value)) return value.map((item) => without(item, path));
  if (!Object.hasOwn(value, key)) return value;
  const { [key]: child, ...others } = value;
  return rest.length === 0 ? others : { ...others, [key]: without(child, rest) };
}
