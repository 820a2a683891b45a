import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { ServedByGoogle } from '../answers/google';
import type { Shop } from './shop';

/** As much of Firestore's client as is used. */
interface Client {
  readonly Firestore: new (settings: object) => {
    doc(path: string): { get(): Promise<{ data(): Readonly<Record<string, unknown>> | undefined }> };
    terminate(): Promise<void>;
  };
}

/** The orders on Google's own frameworks, and what stands in for the services around them. */
export class GoogleShop implements Shop {
  readonly attempts = 5;
  /** The longest pause before Pub/Sub delivers again, and a bit. */
  readonly pause = 601;
  private readonly summaries: InstanceType<Client['Firestore']>;

  constructor(private readonly served: ServedByGoogle) {
    // A client would look for Google Cloud around it.
    process.env.METADATA_SERVER_DETECTION = 'none';
    const { port, folder } = served.firestore;
    const { Firestore } = createRequire(join(folder, 'node_modules/'))('@google-cloud/firestore') as Client;
    const databaseId = this.nameOf('google_firestore_database', '_tables_summaries_');
    this.summaries = new Firestore({ host: '127.0.0.1', port, ssl: false, projectId: 'project', databaseId });
  }

  ask: Shop['ask'] = (row) => this.served.ask('endpoint', { ...row, status: 200, answer: undefined });

  sign = (key: string) => Promise.resolve(this.served.events.secrets.add(this.served.output('signingKey'), key));

  job = (text: string) => this.send('_queues_jobs_Topic_', text);
  publish = (text: string) => this.send('_topics_events_Topic_', text);

  write = (key: string, text: string) =>
    Promise.resolve(this.served.events.storage.write(this.served.output('reports'), key, Buffer.from(text)));

  async summary(id: string) {
    return (await this.summaries.doc(`items/${id}`).get()).data();
  }

  takeFailed(from: 'jobs' | 'failed') {
    const id = from === 'jobs' ? '_queues_jobs_DeadLetters_' : '_queues_failed_Subscription_';
    const message = this.served.events.pubsub.take(this.nameOf('google_pubsub_subscription', id));
    return Promise.resolve(message?.data.toString());
  }

  logged(name: string, word: string) {
    const [[id]] = this.ofName('google_cloudfunctions2_function', `_functions_${name}_Function_`);
    const lines = this.served.logOf(id).split('\n');
    return Promise.resolve(lines.filter((line) => line.includes(word)));
  }

  pass = (seconds: number) => this.served.events.clock.pass(seconds);
  now = () => this.served.events.clock.now();

  /** Closes what it has opened itself. */
  end = () => this.summaries.terminate();

  private send(id: string, text: string) {
    const [[topic]] = this.ofName('google_pubsub_topic', id);
    const message = { data: Buffer.from(text), attributes: {} };
    return Promise.resolve(
      this.served.events.pubsub.publish(this.served.text(`\${google_pubsub_topic.${topic}.id}`), message),
    );
  }

  private nameOf(type: string, id: string): string {
    return this.ofName(type, id)[0][1].name;
  }

  private ofName(type: string, id: string) {
    const found = this.served.rendered.all<{ name: string }>(type).filter(([one]) => one.includes(id));
    if (found.length !== 1) throw new Error(`${found.length} of ${type} are ${id}`);
    return found as [readonly [string, { name: string }]];
  }
}
