import type { ResolvedArchitecture } from '../../model/architecture';
import type { UsableKind, Uses, Verb } from '../../model/grant';
import { pascalCase, splitElementId, type ElementId } from '../../model/name';
import { part, type PlanText } from '../part';

/** A statement of a policy that allows single actions on single resources. */
export interface AwsStatement {
  readonly sid: string;
  readonly actions: readonly string[];
  readonly resources: readonly PlanText[];
}

/** The actions that a verb allows, and the part of the element they apply to. */
interface Allowed {
  readonly actions: readonly string[];
  readonly on: (id: ElementId) => readonly PlanText[];
}

const onPart =
  (name: string) =>
  (id: ElementId): readonly PlanText[] => [[part(id, name, 'arn')]];

const readsItems = [
  'dynamodb:BatchGetItem',
  'dynamodb:ConditionCheckItem',
  'dynamodb:DescribeTable',
  'dynamodb:GetItem',
  'dynamodb:Query',
  'dynamodb:Scan',
];
const writesItems = [
  'dynamodb:BatchWriteItem',
  'dynamodb:DeleteItem',
  'dynamodb:DescribeTable',
  'dynamodb:PutItem',
  'dynamodb:UpdateItem',
];
const readsObjects = ['s3:GetObject', 's3:ListBucket'];
const writesObjects = ['s3:AbortMultipartUpload', 's3:DeleteObject', 's3:PutObject'];

/** A bucket is listed as a whole, and its objects are read and written one by one. */
const objects = (id: ElementId): PlanText => [part(id, 'bucket', 'arn'), '/*'];
const bucketAndObjects = (id: ElementId): readonly PlanText[] => [[part(id, 'bucket', 'arn')], objects(id)];

const both = (one: readonly string[], other: readonly string[]): readonly string[] =>
  [...new Set([...one, ...other])].sort();

type VerbsOf = Readonly<Partial<Record<Verb, Allowed>>>;

/**
 * The actions of each verb, by the kind of the element that is used. Empty where the network controls access, not a
 * policy.
 */
const allowed: Readonly<Record<UsableKind, VerbsOf>> = {
  functions: { invoke: { actions: ['lambda:InvokeFunction'], on: onPart('alias') } },
  services: {},
  queues: { send: { actions: ['sqs:GetQueueUrl', 'sqs:SendMessage'], on: onPart('queue') } },
  topics: { publish: { actions: ['sns:Publish'], on: onPart('topic') } },
  buckets: {
    read: { actions: readsObjects, on: bucketAndObjects },
    write: { actions: writesObjects, on: (id) => [objects(id)] },
    readwrite: { actions: both(readsObjects, writesObjects), on: bucketAndObjects },
  },
  tables: {
    read: { actions: readsItems, on: onPart('table') },
    write: { actions: writesItems, on: onPart('table') },
    readwrite: { actions: both(readsItems, writesItems), on: onPart('table') },
  },
  secrets: { read: { actions: ['secretsmanager:GetSecretValue'], on: onPart('secret') } },
};

/** One statement for each element that another one uses. */
export function planGrants(uses: Uses, { functions }: Pick<ResolvedArchitecture, 'functions'>): AwsStatement[] {
  return (Object.keys(uses) as ElementId[]).sort().flatMap((id): AwsStatement[] => {
    const { kind, name } = splitElementId(id);
    // Other checks report kinds that can't be used, such as APIs.
    const ofKind: VerbsOf | undefined = allowed[kind as UsableKind];
    const what = ofKind?.[uses[id]!];
    if (!what) return [];
    // A caller that may invoke a function may also use its URL, if the URL requires authentication.
    const throughUrl = kind === 'functions' && functions[name]?.http === 'private';
    const actions = throughUrl ? [...what.actions, 'lambda:InvokeFunctionUrl'] : what.actions;
    return [{ sid: statementId(id), actions, resources: what.on(id) }];
  });
}

/** Statement ids hold letters and digits only: `tables.my-items` → `UseTablesMyItems`. */
function statementId(id: ElementId): string {
  const { kind, name } = splitElementId(id);
  return `Use${pascalCase(kind)}${pascalCase(name)}`;
}
