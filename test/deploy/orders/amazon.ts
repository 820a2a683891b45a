import { askAt } from '../answers/amazon';
import type { Cloud } from '../cdk/cloud';
import { functionNamed } from '../cdk/lambda';
import type { Shop } from './shop';

interface Message {
  readonly Body: string;
  readonly ReceiptHandle: string;
}

/** The orders that CDK has deployed, the only ones in their cloud. */
export class AmazonShop implements Shop {
  readonly attempts = 3;
  /** A bit longer than the queue hides a message. */
  readonly pause = 181;

  constructor(
    private readonly cloud: Cloud,
    readonly outputs: Readonly<Record<string, unknown>>,
  ) {}

  ask: Shop['ask'] = (row) => askAt(String(this.outputs['endpoint']), row, this.cloud);

  sign = (SecretString: string) =>
    this.cloud.send('secrets-manager', 'PutSecretValue', { SecretId: this.outputs['signingKey'], SecretString });

  /** The URL of the queue of jobs. */
  jobs = (): Promise<string> => this.queueNamed('queuesjobsQueue');

  job = async (MessageBody: string) =>
    this.cloud.send('sqs', 'SendMessage', { QueueUrl: await this.jobs(), MessageBody });

  async publish(Message: string) {
    const { Topics } = await this.cloud.send<{ Topics: { TopicArn: string }[] }>('sns', 'ListTopics');
    const { TopicArn } = Topics.find((topic) => topic.TopicArn.includes('topicsevents'))!;
    return this.cloud.send('sns', 'Publish', { TopicArn, Message });
  }

  write = (Key: string, Body: string) =>
    this.cloud.send('s3', 'PutObject', { Bucket: this.outputs['reports'], Key, Body });

  async summary(id: string) {
    const { TableNames } = await this.cloud.send<{ TableNames: string[] }>('dynamodb', 'ListTables');
    const TableName = TableNames.find((name) => name.includes('tablessummaries'));
    const { Item } = await this.cloud.send<{ Item?: Record<string, Record<string, string>> }>('dynamodb', 'GetItem', {
      TableName,
      Key: { id: { S: id } },
    });
    return Item && Object.fromEntries(Object.entries(Item).map(([name, value]) => [name, Object.values(value)[0]]));
  }

  async takeFailed(from: 'jobs' | 'failed') {
    const QueueUrl = await this.queueNamed(from === 'jobs' ? 'queuesjobsDeadLetters' : 'queuesfailedQueue');
    const { Messages = [] } = await this.cloud.send<{ Messages?: Message[] }>('sqs', 'ReceiveMessage', { QueueUrl });
    const [message] = Messages;
    if (message === undefined) return undefined;
    await this.cloud.send('sqs', 'DeleteMessage', { QueueUrl, ReceiptHandle: message.ReceiptHandle });
    return from === 'jobs' ? message.Body : textOf(message.Body);
  }

  async logged(name: string, word: string) {
    const group = `/aws/lambda/${await functionNamed(`functions${name}Function`, this.cloud)}`;
    const found = await this.cloud.send<{ logGroups: { logGroupName: string }[] }>(
      'cloudwatch-logs',
      'DescribeLogGroups',
    );
    const groups = found.logGroups.map(({ logGroupName }) => logGroupName);
    const lines = await Promise.all(
      groups
        .filter((one) => one === group || one.includes(`functions${name}Logs`))
        .map((one) => linesOf(one, this.cloud)),
    );
    return lines.flat().filter((line) => line.includes(word));
  }

  pass = (seconds: number) => this.cloud.pass(seconds);
  now = () => this.cloud.now();

  private async queueNamed(word: string): Promise<string> {
    const { QueueUrls } = await this.cloud.send<{ QueueUrls: string[] }>('sqs', 'ListQueues');
    return QueueUrls.find((url) => url.includes(word))!;
  }
}

/** The lines of a log group. */
export async function linesOf(logGroupName: string, { send }: Cloud): Promise<readonly string[]> {
  const { events } = await send<{ events: { message: string }[] }>('cloudwatch-logs', 'FilterLogEvents', {
    logGroupName,
  });
  return events.flatMap(({ message }) => message.split('\n'));
}

/**
 * What a function was called with, in the words of who called: what fails for good comes in a letter of Lambda's, and
 * what couldn't be brought comes as it is.
 */
function textOf(body: string): string {
  const letter = JSON.parse(body) as { requestPayload?: Event } & Event;
  const { Message, Records, detail } = letter.requestPayload ?? letter;
  return Message ?? Records?.[0]?.Sns.Message ?? (detail === undefined ? body : detail.object.key);
}

interface Event {
  readonly Message?: string;
  readonly Records?: readonly { readonly Sns: { readonly Message: string } }[];
  readonly detail?: { readonly object: { readonly key: string } };
}
