import { messagesOf, resolveObject } from './architectures';

const table = {
  aws: 'arn:aws:dynamodb:eu-west-1:111122223333:table/orders',
  gcp: 'projects/my-project/databases/orders',
};

const said = (architecture: object): string[] => messagesOf(() => resolveObject(architecture));

test('an existing element needs an identifier and nothing else', () => {
  const { architecture } = resolveObject({ tables: { t: { existing: table } } });
  expect(architecture.tables).toEqual({ t: { existing: table } });
  const onlyAws = { tables: { t: { existing: { aws: table.aws } } }, targets: ['aws-cdk'] };
  expect(resolveObject(onlyAws).architecture.tables).toEqual(onlyAws.tables);
});

test('a cloud of a target without an identifier is an error', () => {
  expect(said({ tables: { t: { existing: { aws: table.aws } } } })).toEqual([
    expect.stringMatching(
      /^tables\.t\.existing: must have gcp, since the architecture is for gcp-cdktf and gcp-pulumi/,
    ),
  ]);
});

test('every field that only creation needs is named', () => {
  expect(
    said({ tables: { t: { existing: table, retain: false, partitionKey: { name: 'id', type: 'string' } } } }),
  ).toEqual([
    expect.stringMatching(/^tables\.t\.retain: conflicts with existing: only creation needs this field/),
    expect.stringMatching(/^tables\.t\.partitionKey: conflicts with existing: only creation needs this field/),
  ]);
});

test('two elements for one resource are an error', () => {
  expect(said({ tables: { a: { existing: table }, b: { existing: { ...table, aws: `${table.aws}2` } } } })).toEqual([
    expect.stringMatching(/^tables\.b\.existing\.gcp: is projects\/my-project\/databases\/orders, as tables\.a is/),
  ]);
});

test.each([
  ['a table of another service', 'tables', { aws: 'arn:aws:sqs:eu-west-1:111122223333:orders' }, 'aws'],
  ['a table without an account', 'tables', { aws: 'arn:aws:dynamodb:eu-west-1::table/orders' }, 'aws'],
  ['an index of a table', 'tables', { aws: `${table.aws}/index/by-day` }, 'aws'],
  ['a secret without its end', 'secrets', { aws: 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:token' }, 'aws'],
  ['an ordered topic', 'topics', { aws: 'arn:aws:sns:eu-west-1:111122223333:events.fifo' }, 'aws'],
  ['a bucket with a region', 'buckets', { aws: 'arn:aws:s3:eu-west-1::uploads' }, 'aws'],
  ['a database with a number for its project', 'tables', { gcp: 'projects/123456789012/databases/orders' }, 'gcp'],
  ['a name with a service first', 'topics', { gcp: '//pubsub.googleapis.com/projects/my-project/topics/t' }, 'gcp'],
  ['a subscription', 'queues', { gcp: 'projects/my-project/subscriptions/jobs' }, 'gcp'],
])('%s is refused', (_, kind, existing, cloud) => {
  const messages = said({ [kind]: { e: { existing } }, targets: [`${cloud}-pulumi`] });
  expect(messages).toEqual([
    expect.stringMatching(new RegExp(`^${kind}\\.e\\.existing\\.${cloud}: must be .*, such as `)),
  ]);
});
