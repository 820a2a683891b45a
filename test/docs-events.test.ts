import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { check } from '../lib/cloud/check';
import { planTriggers as planOnAws } from '../lib/cloud/aws/trigger';
import { planTriggers as planOnGcp } from '../lib/cloud/gcp/trigger';
import { load } from '../lib/model/load';
import { resolve } from '../lib/model/resolve';
import { lacking, python } from '../scripts/tool';
import { call as callIn, inPython, node, type Call, type Language, type Outcome } from './handlers';
import { stage } from './rendering';
import { skipped } from './skipped';

// The handlers of docs/events.md in Node and Python, called with the page's own events, as each cloud calls them. Those in
// Go and in Java were compiled and called once, by hand; those in .NET and in Ruby were only read.

const page = readFileSync(join(__dirname, '../docs/events.md'), 'utf8');

/** What stands below a heading, up to the next one. */
const section = (heading: string): string =>
  page.slice(page.indexOf(`\n${heading}\n`) + heading.length + 2).split(/\n#+ /)[0]!;

/** The blocks of a language in a text. */
const blocks = (language: string, text: string): string[] =>
  [...text.matchAll(/```(\w+)\n([^]*?)```/g)].flatMap(([, of, code]) => (of === language ? [code!] : []));

interface Sqs {
  readonly Records: readonly { readonly messageId: string; readonly body: string }[];
}
interface Sns {
  readonly Records: readonly { readonly Sns: { readonly Message: string } }[];
}
interface Object_ {
  readonly detail: { readonly bucket: { readonly name: string }; readonly object: { readonly key: string } };
}
interface Envelope {
  readonly message: { readonly data: string; readonly attributes: Readonly<Record<string, string>> };
}
const [onSqs, onSns, onEventBridge, message, notification] = blocks('json', section('## What the code gets')).map(
  (block) => JSON.parse(block) as unknown,
) as [Sqs, Sns, Object_, Envelope, Envelope];

const [written] = blocks('yaml', page);
const { architecture, warnings } = resolve(load(stage({ text: written! })), [], { checks: check });

const input = { title: 'Orders so far' };
const object = ['uploads', 'incoming/a b+ü.png'];

const naming = { architecture: architecture.name };

/** What the scheduler hands over on AWS. */
const inputs = (): unknown[] =>
  planOnAws(architecture, naming).flatMap((plan) =>
    plan.kind === 'schedules' ? plan.schedules.map(({ input }) => JSON.parse(input) as unknown) : [],
  );

/** What Google Cloud posts to each path that the architecture has there. */
function posts(): Record<string, unknown> {
  const pathOf = (url: readonly unknown[]) => String(url.at(-1));
  return Object.fromEntries(
    planOnGcp(architecture, naming).flatMap(({ timers, pushes }) => [
      ...timers.map(({ request: { uri, body } }): [string, unknown] => [
        pathOf(uri),
        JSON.parse(Buffer.from(body, 'base64').toString()),
      ]),
      ...pushes.map(({ endpoint, from }): [string, unknown] => [
        pathOf(endpoint),
        'events' in from ? notification : message,
      ]),
    ]),
  );
}

/** Calls the page's handlers in a language. */
const call = (language: Language, cloud: 'aws' | 'gcp', calls: Call[]): Outcome =>
  callIn(language, blocks(language.fence, section(language.heading)), cloud, calls);

const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64');
const without = lacking({ ...python, atLeast: [3, 10] });

test('the architecture is right, and nothing that fails in it is lost', () => {
  expect(warnings).toEqual([]);
});

test.each(['Node', 'Python', 'Go', 'Java', '.NET', 'Ruby'])('there are handlers in %s for both clouds', (language) => {
  expect(section(`### ${language}`).match(/^```\w+$/gm)).toHaveLength(2);
});

describe.each([['Node', node, undefined] as const, ['Python', inPython, without] as const])(
  'handlers in %s',
  (_, language, why) => {
    const orSkip = why === undefined ? test : test.skip;
    if (why !== undefined) skipped('handlers of docs/events.md in Python', why);

    orSkip('do on AWS what they are called for', () => {
      const { answers, done } = call(language, 'aws', [
        ['worker', onSqs],
        ['audit', onSns],
        ['thumbnails', onEventBridge],
        ...inputs().map((given): Call => ['report', given]),
      ]);
      expect(answers).toEqual([{ batchItemFailures: [] }, null, null, null, null]);
      const order = { order: 'mugs-1' };
      expect(done).toEqual([
        ['finish', order],
        ['keep', order],
        ['shrink', ...object],
        ['report', input],
        ['report', {}],
      ]);
    });

    orSkip('fail on AWS at one message of a batch, and do the others', () => {
      const [record] = onSqs.Records;
      const bodies = ['{"order":"a"}', '{"order":"poison"}', 'no JSON', '{"order":"b"}'];
      const Records = bodies.map((body, index) => ({ ...record, body, messageId: `m${index}` }));
      const { answers, done } = call(language, 'aws', [['worker', { Records }]]);
      expect(answers).toEqual([{ batchItemFailures: [{ itemIdentifier: 'm1' }, { itemIdentifier: 'm2' }] }]);
      expect(done.map(([, what]) => what)).toEqual([{ order: 'a' }, { order: 'b' }]);
    });

    orSkip('fail on AWS at any other event', () => {
      const { detail } = onEventBridge;
      const { answers, done } = call(language, 'aws', [
        ['audit', { Records: [{ Sns: { ...onSns.Records[0]!.Sns, Message: '"poison"' } }] }],
        ['thumbnails', { ...onEventBridge, detail: { ...detail, object: { key: 'poison' } } }],
        ['report', { title: 'poison' }],
      ]);
      expect({ answers, done }).toEqual({ answers: ['failed', 'failed', 'failed'], done: [] });
    });

    orSkip('do on Google Cloud what they are called for, at the paths that are rendered', () => {
      const { answers, done } = call(language, 'gcp', Object.entries(posts()));
      expect(Object.keys(posts())).toHaveLength(5);
      expect(answers).toEqual([204, 204, 204, 204, 204]);
      expect(new Set(done)).toEqual(
        new Set([
          ['keep', { order: 'mugs-1' }],
          ['report', input],
          ['report', {}],
          ['shrink', ...object],
          ['finish', { order: 'mugs-1' }],
        ]),
      );
    });

    orSkip('fail on Google Cloud with another answer, and know no other path', () => {
      const { answers, done } = call(language, 'gcp', [
        ['/triggers/queue/jobs', { message: { ...message.message, data: encoded('poison') } }],
        ['/triggers/topic/events', { message: { ...message.message, data: encoded('poison') } }],
        ['/triggers/bucket/uploads', { message: { attributes: { bucketId: 'uploads', objectId: 'poison' } } }],
        ['/triggers/schedule/0', { title: 'poison' }],
        ['/triggers/queue/others', message],
        ['/', {}],
      ]);
      expect({ answers, done }).toEqual({ answers: [500, 500, 500, 500, 404, 404], done: [] });
    });
  },
);
