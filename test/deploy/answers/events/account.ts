import { number } from '../../terraform/identities';
import { freePort } from '../../command';
import { project, type Known, type Rendered } from '../rendered';
import { Caller, type Callee, type Grant } from './caller';
import { Clock } from './clock';
import { serveHttp } from './http';
import { servePublisher } from './publisher';
import { PubSub, type Subscription } from './pubsub';
import { Scheduler, type Job } from './scheduler';
import { Secrets } from './secrets';
import { Storage, type Notification } from './storage';

/** The types of what grants a role, and where each says on what. */
const grants = {
  google_cloud_run_service_iam_member: 'service',
  google_pubsub_subscription_iam_member: 'subscription',
  google_pubsub_topic_iam_member: 'topic',
} as const;

/** The services of Google's that call functions, with what an artefact makes of them. */
export interface Events {
  readonly clock: Clock;
  readonly pubsub: PubSub;
  readonly storage: Storage;
  readonly secrets: Secrets;
  /** What clients find in their environment. */
  readonly env: Readonly<Record<string, string>>;
  end(): void;
}

/**
 * Starts what calls functions: Pub/Sub, Cloud Storage, Cloud Scheduler, and Secret Manager beside them. What there is
 * of each, whom it calls and what it may, is what the artefact says.
 *
 * @param folder one with the clients of Google's services for Node in its `node_modules`
 */
export async function startEvents(
  { all, resolve }: Rendered,
  known: Known,
  callees: readonly Callee[],
  folder: string,
): Promise<Events> {
  const plain = <T>(value: T): T => JSON.parse(resolveIn(value)) as T;
  const resolveIn = (value: unknown): string =>
    JSON.stringify(value, (_, one: unknown) => (typeof one === 'string' ? resolve(one, known) : one));
  const made = <T extends object>(type: string): T[] => all<T>(type).map(([, one]) => plain(one));
  const ids = (type: string): string[] => all(type).map(([id]) => resolve(`\${${type}.${id}.id}`, known));

  const granted = Object.entries(grants).flatMap(([type, on]) =>
    made<Grant & Record<string, string>>(type).map((one) => ({ ...one, resource: one[on]! })),
  );
  const clock = new Clock();
  const caller = new Caller(callees, granted);
  const agent = (name: string) => `serviceAccount:service-${number}@${name}.iam.gserviceaccount.com`;
  const pubsub = new PubSub(
    project,
    ids('google_pubsub_topic'),
    made<Subscription>('google_pubsub_subscription'),
    agent('gcp-sa-pubsub'),
    caller,
    clock,
  );
  const scheduler = new Scheduler(made<Job>('google_cloud_scheduler_job'), caller, clock);
  const buckets = made<{ name: string }>('google_storage_bucket').map(({ name }) => name);
  const notifications = made<Notification>('google_storage_notification');
  const storage = new Storage(buckets, notifications, agent('gs-project-accounts'), caller, pubsub);
  const versions = made<{ secret: string; secret_data: string }>('google_secret_manager_secret_version');
  const secrets = new Secrets(new Map(versions.map(({ secret, secret_data: value }) => [secret, value])));

  const [publisher, objects, values] = [await freePort(), await freePort(), await freePort()];
  const servers = [
    ...(ids('google_pubsub_topic').length > 0 ? [await servePublisher(publisher, folder, pubsub)] : []),
    await serveHttp(objects, storage.answer),
    await serveHttp(values, secrets.answer),
  ];
  return {
    ...{ clock, pubsub, storage, secrets },
    env: {
      PUBSUB_EMULATOR_HOST: `127.0.0.1:${publisher}`,
      STORAGE_EMULATOR_HOST: `http://127.0.0.1:${objects}`,
      SECRET_MANAGER_EMULATOR_HOST: `127.0.0.1:${values}`,
    },
    end: () => {
      pubsub.end();
      scheduler.end();
      for (const end of servers) end();
    },
  };
}
