import type { Target } from '../../lib/model/target';
import { Editable, type Json } from '../mutation/artefact';
import { Places } from '../mutation/places';
import { render } from '../rendering';
import { allowedBy, neededBy, unequal } from './allowed';

const code = 'runtime: nodejs22, code: code, handler: index.handler';
const text = `
name: shop
functions:
  f: { ${code}, uses: { tables.t: read, queues.jobs: send }, secrets: { KEY: own } }
  g: { ${code}, secrets: { KEY: other }, triggers: [{ topic: events }], retry: { deadLetter: jobs } }
  h: { ${code}, coldStart: { scheduled: [{ name: day, start: "0 8 * * *", end: "0 18 * * *", min: 2 }] } }
tables: { t: { partitionKey: { name: id, type: string } } }
queues: { jobs: {} }
topics: { events: {} }
secrets: { own: {}, other: {} }
apis: { a: { routes: { GET /f: functions.f } } }`;

type Edit = readonly [what: string, edit: (places: Places) => void];

/** Another text in place of one, wherever in a resource it stands. */
function change(places: Places, place: string, from: string, to: string): void {
  const properties = places.at(place);
  const before = JSON.stringify(properties);
  expect(before).toContain(from);
  Object.assign(properties, JSON.parse(before.replaceAll(from, to)));
}

/** The same changes, where each engine has what is changed. */
const aws = (target: 'aws-cdk' | 'aws-pulumi'): readonly Edit[] => {
  const isCdk = target === 'aws-cdk';
  const at = (name: string, local: string, kind = 'functions') =>
    isCdk ? `${kind}/${name}/${local}` : `${name}-${local.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase()}`;
  const role = at('f', 'Role');
  const queuePolicy = at('jobs', 'QueuePolicy', 'queues');
  const permissions = isCdk ? role : 'f-permissions';
  const arn = (places: Places, id: string) =>
    JSON.stringify(isCdk ? { 'Fn::GetAtt': [places.id(id), 'Arn'] } : { $ref: { urn: places.id(id), path: ['arn'] } });
  return [
    ['every action', (places) => change(places, permissions, 'dynamodb:Query', 'dynamodb:*')],
    ['another action', (places) => change(places, permissions, 'dynamodb:Query', 'dynamodb:DeleteTable')],
    ['one action less', (places) => change(places, permissions, 'dynamodb:Query', 'dynamodb:Scan')],
    ['every resource', (places) => change(places, permissions, arn(places, at('jobs', 'Queue', 'queues')), '"*"')],
    [
      "another one's secret",
      (places) =>
        change(
          places,
          permissions,
          places.id(at('own', 'Secret', 'secrets')),
          places.id(at('other', 'Secret', 'secrets')),
        ),
    ],
    [
      "another one's role",
      (places) => change(places, at('g', 'Function'), places.id(at('g', 'Role')), places.id(role)),
    ],
    ['somebody else who may be it', (places) => change(places, role, 'lambda.amazonaws.com', 'ec2.amazonaws.com')],
    [
      'an invocation for just any topic',
      (places) => delete places.at(at('g', 'InvokeTopicsEvents'))[isCdk ? 'SourceArn' : 'sourceArn'],
    ],
    [
      'an invocation for just any API',
      (places) => delete places.at(at('f', 'InvokeApisA'))[isCdk ? 'SourceArn' : 'sourceArn'],
    ],
    [
      "a queue for another service of Amazon's",
      (places) => change(places, queuePolicy, 'sns.amazonaws.com', 's3.amazonaws.com'),
    ],
    ['a queue for every topic', (places) => change(places, queuePolicy, 'ArnEquals', 'ArnLikeIfExists')],
    [
      'what Amazon allows administrators',
      (places) => {
        const policyArn = 'arn:aws:iam::aws:policy/AdministratorAccess';
        if (isCdk) places.at(role).ManagedPolicyArns = [policyArn];
        else places.add(role, 'aws:iam/rolePolicyAttachment:RolePolicyAttachment', { role: 'shop-f-role', policyArn });
      },
    ],
    [
      'a kind of policy that nobody knows yet',
      (places) => places.add(role, isCdk ? 'AWS::SNS::TopicPolicy' : 'aws:sns/topicPolicy:TopicPolicy'),
    ],
    [
      'a policy in a property that nobody knows yet',
      (places) => (places.at(at('events', 'Topic', 'topics')).policy = '{"Statement":[{"Effect":"Allow"}]}'),
    ],
  ];
};

const gcp = (target: 'gcp-cdktf' | 'gcp-pulumi'): readonly Edit[] => {
  const isCdktf = target === 'gcp-cdktf';
  const at = (name: string, local: string, kind = 'functions') =>
    isCdktf ? `${kind}/${name}/${local}` : `${name}-${local.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase()}`;
  const [useTable, useSecret, useQueue] = [at('f', 'UseTablesT'), at('f', 'UseSecretsOwn'), at('f', 'UseQueuesJobs')];
  const account = (name: string) => at(name, 'ServiceAccount');
  return [
    ['another role', (places) => change(places, useTable, 'roles/datastore.viewer', 'roles/editor')],
    ['every database', (places) => delete places.at(useTable).condition],
    [
      "another one's secret",
      (places) =>
        change(
          places,
          useSecret,
          places.id(at('own', 'Secret', 'secrets')),
          places.id(at('other', 'Secret', 'secrets')),
        ),
    ],
    [
      'a role for another one as well',
      (places) => change(places, useQueue, places.id(account('f')), places.id(account('g'))),
    ],
    ['a role for everybody', (places) => (places.at(useQueue).member = 'allAuthenticatedUsers')],
    [
      "another one's account",
      (places) => change(places, at('g', 'Function'), places.id(account('g')), places.id(account('f'))),
    ],
    [
      'a function behind an API that everybody reaches past it',
      (places) => change(places, at('f', 'Function'), 'ALLOW_INTERNAL_AND_GCLB', 'ALLOW_ALL'),
    ],
    [
      'an account that Google makes',
      (places) => {
        const { service_config: snake, serviceConfig: camel = snake } = places.at(at('g', 'Function'));
        for (const key of ['service_account_email', 'serviceAccountEmail']) delete camel[key];
      },
    ],
    [
      'a trigger that calls another one',
      (places) =>
        change(
          places,
          isCdktf ? 'functions/g/Trigger/Invoker' : 'g-invoker-trigger',
          places.id(at('g', 'Function')),
          places.id(at('f', 'Function')),
        ),
    ],
    [
      "another one of Google's services",
      (places) =>
        change(
          places,
          isCdktf ? 'queues/jobs/DeadLetterTopicAgent' : 'jobs-agent-dead-letters',
          'gcp-sa-pubsub',
          'gcp-sa-dataflow',
        ),
    ],
    [
      'builds that change everything',
      (places) =>
        change(
          places,
          isCdktf ? 'foundation/BuildWritesLogs' : 'foundation-build-writes-logs',
          'roles/logging.logWriter',
          'roles/owner',
        ),
    ],
    [
      'a clock that deletes',
      (places) =>
        places
          .at(isCdktf ? 'foundation/ScaleFunctions' : 'foundation-scale-functions')
          .permissions.push('cloudfunctions.functions.delete'),
    ],
    [
      'a kind of grant that nobody knows yet',
      (places) =>
        places.add(useTable, isCdktf ? 'google_project_iam_binding' : 'gcp:projects/iAMBinding:IAMBinding', {
          role: 'roles/owner',
        }),
    ],
  ];
};

/** Widens a grant of a rendered artefact, one at a time: each is seen. */
export function seesWiderGrants(target: Target): void {
  const edits = target === 'aws-cdk' || target === 'aws-pulumi' ? aws(target) : gcp(target);
  let artefact: Json;
  let needed: ReturnType<typeof neededBy>;
  beforeAll(async () => {
    const rendering = await render({ text }, target);
    artefact = new Editable(rendering).original();
    needed = neededBy(target, rendering.resolved.architecture);
    expect(unequal(allowedBy(target, artefact), needed)).toEqual([]);
  });

  test.each(edits)('a grant with %s is seen', (_, edit) => {
    const edited = structuredClone(artefact);
    edit(new Places(target, 'shop', edited));
    const seen = unequal(allowedBy(target, edited), needed);
    expect(seen.length).toBeGreaterThan(0);
    // Nothing but what was changed.
    expect(seen.length).toBeLessThan(5);
  });
}
