import { readTerraform } from '../../lib/readback/terraform';
import { inFolder } from './formats';

// What another stack of an app of CDKTF reads from the state of the one with an architecture.

const stamp = { version: 1, architecture: 'shop', path: 'app/Shop', withoutCode: [], outputs: [] };
const local = { backend: { local: { path: '../terraform.app.tfstate' } } };
const topic = '${google_pubsub_topic.t.id}';

interface App {
  /** The value of the output of the stack with the architecture. */
  readonly value?: unknown;
  /** The data source with which the other stack reads it. */
  readonly source?: object;
  /** The id of that data source. */
  readonly id?: string;
  /** The expression with which the other stack refers to it. */
  readonly reads?: string;
}

const source = { backend: 'local', config: { path: '../terraform.app.tfstate' } };

function seen({
  value = topic,
  source: read = source,
  id = 'state',
  reads = '${data.terraform_remote_state.state.outputs.topic}',
}: App = {}) {
  const files = {
    'stacks/app/cdk.tf.json': {
      '//': { triptych: [stamp] },
      terraform: local,
      resource: {
        google_pubsub_topic: {
          t: { '//': { metadata: { path: 'app/Shop/topics/t/Topic' } }, name: 'shop-t-01234567' },
          own: { '//': { metadata: { path: 'app/own' } }, name: 'own' },
        },
      },
      output: { topic: { value } },
    },
    'stacks/other/cdk.tf.json': {
      data: { terraform_remote_state: { [id]: read } },
      resource: {
        google_pubsub_topic_iam_member: { grant: { topic: reads, role: 'roles/pubsub.publisher', member: 'allUsers' } },
      },
    },
  };
  return inFolder(files, (place) =>
    readTerraform(place, 'app')
      .unrecognized('app')
      .map(({ resource }) => resource)
      .filter((resource) => resource.startsWith('other/')),
  );
}

const grant = ['other/google_pubsub_topic_iam_member.grant'];

describe('a grant of another stack on a topic of the architecture', () => {
  it('is seen through an output', () => expect(seen()).toEqual(grant));

  it.each<[what: string, app: App]>([
    ['an index', { reads: '${data.terraform_remote_state.state.outputs["topic"]}' }],
    ['a value that is marked as plain', { reads: '${nonsensitive(data.terraform_remote_state.state.outputs.topic)}' }],
    ['a longer text', { reads: 'projects/p/topics/${data.terraform_remote_state.state.outputs.topic}' }],
    ['an output with a longer text', { value: `projects/p/${topic}` }],
    [
      "the name that CDKTF gives to a data source of a stack without the stack's backend",
      {
        id: 'cross-stack-reference-input-app',
        source: { backend: 'local', config: { path: 'elsewhere' } },
        reads: '${data.terraform_remote_state.cross-stack-reference-input-app.outputs.topic}',
      },
    ],
  ])('is seen through %s', (_, app) => expect(seen(app)).toEqual(grant));

  it.each<[what: string, app: App]>([
    ["a topic of the app's own", { value: '${google_pubsub_topic.own.id}' }],
    ['an output that there is not', { reads: '${data.terraform_remote_state.state.outputs.other}' }],
    ['the state of another app', { source: { backend: 'local', config: { path: '../terraform.their.tfstate' } } }],
    ['a backend of another type', { source: { backend: 'gcs', config: { path: '../terraform.app.tfstate' } } }],
    ['a data source without settings', { source: { backend: 'local', config: {} } }],
    ['an output that reads a state itself', { value: '${data.terraform_remote_state.state.outputs.topic}' }],
    ['a data source that there is not', { reads: '${data.terraform_remote_state.gone.outputs.topic}' }],
  ])("isn't seen through %s", (_, app) => expect(seen(app)).toEqual([]));
});
