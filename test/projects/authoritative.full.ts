import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ec2, iam, s3, sns, sqs } from '@pulumi/aws';
import { projects, pubsub } from '@pulumi/gcp';
import { GoogleProvider } from '@cdktf/provider-google/lib/provider';
import { ProjectIamBinding } from '@cdktf/provider-google/lib/project-iam-binding';
import { ProjectIamPolicy } from '@cdktf/provider-google/lib/project-iam-policy';
import { PubsubTopicIamBinding } from '@cdktf/provider-google/lib/pubsub-topic-iam-binding';
import { StorageBucketIamPolicy } from '@cdktf/provider-google/lib/storage-bucket-iam-policy';
import { App, TerraformStack, TerraformVariable } from 'cdktf';
import { acceptDeclared } from '../../lib/equivalence/divergences';
import { compare } from '../../lib/equivalence/compare';
import type { Facts } from '../../lib/facts/facts';
import { readFacts } from '../../lib/readback/read';
import { ServerlessArchitecture as OnAws } from '../../lib/render/aws-pulumi';
import { ServerlessArchitecture as OnCdktf } from '../../lib/render/gcp-cdktf';
import { ServerlessArchitecture as OnGcp } from '../../lib/render/gcp-pulumi';
import { recordInProcess } from '../../lib/synth/pulumi/in-process';
import { stage, temporaryFolder } from '../rendering';

// Resources of an app that replace what an architecture sets, which the engines deploy without a word.

const text = `name: shop
topics: { news: {} }
buckets: { uploads: {} }
tables: { orders: { partitionKey: { name: id, type: string } } }
queues: { failed: {} }
functions:
  count:
    runtime: nodejs22
    code: count
    handler: { aws: index.handler, gcp: handler }
    uses: { tables.orders: read }
    triggers: [{ bucket: uploads, on: [created] }, { topic: news }]
    retry: { deadLetter: failed }
`;
const architecture = stage({ text });
const members = ['user:someone@example.com'];

/** The notes of differences, by the types of resources. */
const notesIn = ({ unrecognized }: Facts): string[] =>
  unrecognized
    .filter(({ path, note }) => path.length === 0 || note !== undefined)
    .map(
      ({ resource, value, note }) =>
        `${resource.startsWith('urn:') ? resource.split('::')[2] : String(value)}: ${note ?? 'nothing'}`,
    )
    .sort();

async function pulumi(make: () => void, target: 'aws-pulumi' | 'gcp-pulumi'): Promise<Facts> {
  const folder = join(temporaryFolder(), 'program');
  const recording = await recordInProcess(make, { project: 'app', stack: 'dev', keepFile: (file) => file });
  mkdirSync(folder);
  writeFileSync(join(folder, 'resources.json'), JSON.stringify(recording));
  return readFacts(folder, target, 'app');
}

function cdktf(make: (stack: TerraformStack, shop: OnCdktf, project: string) => void, project = 'here-1'): Facts {
  const outdir = temporaryFolder();
  // Validations refuse most of these.
  const app = new App({ outdir, skipValidation: true });
  const stack = new TerraformStack(app, 'mine');
  new GoogleProvider(stack, 'google', {});
  const named = project === 'var' ? new TerraformVariable(stack, 'gcp', { type: 'string' }).stringValue : project;
  const props = { architecture, project: named, region: 'us-east1', withoutCode: true };
  OnCdktf.addProviders(stack, props);
  make(stack, new OnCdktf(stack, 'Shop', props), named);
  app.synth();
  return readFacts(outdir, 'gcp-cdktf', 'app');
}

describe('CDKTF', () => {
  test('says what bindings and policies on resources of the architecture remove', () => {
    const facts = cdktf((stack, { topics, buckets }) => {
      const { topic } = topics['news']!;
      const { bucket } = buckets['uploads']!;
      new PubsubTopicIamBinding(stack, 'a', { topic: topic.name, role: 'roles/pubsub.viewer', members });
      new StorageBucketIamPolicy(stack, 'b', { bucket: bucket.name, policyData: '{}' });
    });
    expect(notesIn(facts)).toEqual([
      'google_pubsub_topic_iam_binding: removes all other members with roles/pubsub.viewer there',
      'google_storage_bucket_iam_policy: removes all other members of every role there',
    ]);
  });

  test('finds those on the project, which refer to nothing of the architecture', () => {
    const facts = cdktf((stack, _, project) => {
      new ProjectIamPolicy(stack, 'a', { project, policyData: '{}' });
      new ProjectIamBinding(stack, 'b', { project, role: 'roles/logging.logWriter', members });
      new ProjectIamBinding(stack, 'c', { project, role: 'roles/browser', members });
      new ProjectIamPolicy(stack, 'd', { project: 'elsewhere', policyData: '{}' });
    });
    expect(notesIn(facts)).toEqual([
      'google_project_iam_binding: removes all other members with roles/logging.logWriter from the project, also of foundation',
      'google_project_iam_policy: removes all other members of every role from the project, also of foundation',
    ]);
    expect(facts.notJudged).toBe(2);
  });

  test('compares a binding together with its condition', () => {
    const role = 'roles/datastore.viewer';
    const notes = (title: string) =>
      notesIn(
        cdktf((stack, { tables }, project) => {
          const expression = `resource.name == "projects/${project}/databases/${tables['orders']!.database.name}"`;
          new ProjectIamBinding(stack, 'a', { project, role, members, condition: { title, expression } });
        }),
      );
    const [note] = notes('orders only');
    expect(note).toMatch(/removes all other members with roles\/datastore\.viewer from the project/);
    expect(notes('another condition')).toEqual(['google_project_iam_binding: nothing']);
  });

  test('says so where the project may be another one', () => {
    const facts = cdktf(
      (stack) => void new ProjectIamPolicy(stack, 'a', { project: 'maybe', policyData: '{}' }),
      'var',
    );
    expect(notesIn(facts)).toEqual([expect.stringMatching(/\(if this is the architecture's project\)$/)]);
  });

  test('keeps the note of a declared difference', () => {
    const facts = cdktf((stack, _, project) => void new ProjectIamPolicy(stack, 'a', { project, policyData: '{}' }));
    const [difference] = compare('gcp-cdktf', { ...facts, unrecognized: [] }, facts);
    const declared = [{ target: 'gcp-cdktf' as const, path: difference!.path, reason: 'ours' }];
    expect(acceptDeclared('gcp-cdktf', [difference!], declared)).toEqual({
      differences: [],
      accepted: [{ target: 'gcp-cdktf', path: difference!.path, reason: 'ours', note: difference!.note }],
    });
  });
});

describe('Pulumi', () => {
  test('takes an answer for no reference to the architecture, which asks the same', async () => {
    const facts = await pulumi(() => {
      const foundation = { network: 'default', ingress: { allow: ['10.0.0.0/8'], insecure: true } } as const;
      new OnAws('shop', { architecture: { name: 'shop', services: { web: { image: 'nginx:1.27' } }, foundation } });
      new ec2.SecurityGroup('own', { vpcId: ec2.getVpcOutput({ default: true }).id });
    }, 'aws-pulumi');
    expect(notesIn(facts)).toEqual([]);
    expect(facts.notJudged).toBe(1);
  });

  test('says what a second policy or set of notifications replaces on AWS', async () => {
    const facts = await pulumi(() => {
      const { queues, buckets, topics, functions } = new OnAws('shop', { architecture, withoutCode: true });
      new sqs.QueuePolicy('q', { queueUrl: queues['failed']!.queue.url, policy: '{}' });
      new s3.BucketNotification('n', { bucket: buckets['uploads']!.bucket.id });
      new s3.BucketPolicy('p', { bucket: buckets['uploads']!.bucket.bucket, policy: '{}' });
      new sns.TopicPolicy('t', { arn: topics['news']!.topic.arn, policy: '{}' });
      new iam.RolePoliciesExclusive('r', { roleName: functions['count']!.function.role, policyNames: [] });
    }, 'aws-pulumi');
    expect(notesIn(facts)).toEqual([
      'aws:iam/rolePoliciesExclusive:RolePoliciesExclusive: removes all other inline policies from the role',
      'aws:s3/bucketNotification:BucketNotification: replaces that of buckets.uploads, or is replaced by it: a bucket has one set of notifications',
      'aws:s3/bucketPolicy:BucketPolicy: replaces that of buckets.uploads, or is replaced by it: a bucket has one policy',
      "aws:sns/topicPolicy:TopicPolicy: replaces the topic's default policy, which lets alarms publish",
      'aws:sqs/queuePolicy:QueuePolicy: replaces that of queues.failed, or is replaced by it: a queue has one policy',
    ]);
  });

  test('says what bindings and policies remove on Google Cloud', async () => {
    const facts = await pulumi(() => {
      const { topics } = new OnGcp('shop', { architecture, project: 'here-1', region: 'us-east1', withoutCode: true });
      new pubsub.TopicIAMBinding('a', { topic: topics['news']!.topic.id, role: 'roles/pubsub.viewer', members });
      new projects.IAMPolicy('b', { project: 'here-1', policyData: '{}' });
      new projects.IAMBinding('c', { project: 'elsewhere', role: 'roles/logging.logWriter', members });
    }, 'gcp-pulumi');
    expect(notesIn(facts)).toEqual([
      'gcp:projects/iAMPolicy:IAMPolicy: removes all other members of every role from the project, also of foundation',
      'gcp:pubsub/topicIAMBinding:TopicIAMBinding: removes all other members with roles/pubsub.viewer there',
    ]);
  });
});
