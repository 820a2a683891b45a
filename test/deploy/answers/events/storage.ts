import type { Caller } from './caller';
import type { Reply, Request } from './http';
import type { PubSub } from './pubsub';

/** What a bucket tells a topic, in Terraform's words. */
export interface Notification {
  readonly bucket: string;
  readonly topic: string;
  readonly event_types: readonly string[];
  readonly object_name_prefix?: string;
}

const missing: Reply = { status: 404, body: { error: { code: 404, message: 'Not Found' } } };

/** Cloud Storage, as far as writing and reading whole objects goes: clients go where `STORAGE_EMULATOR_HOST` says. */
export class Storage {
  private readonly objects: ReadonlyMap<string, Map<string, Buffer>>;

  /** @param agent the account that Cloud Storage publishes as */
  constructor(
    buckets: readonly string[],
    private readonly notifications: readonly Notification[],
    private readonly agent: string,
    private readonly caller: Caller,
    private readonly pubsub: PubSub,
  ) {
    this.objects = new Map(buckets.map((name) => [name, new Map()]));
  }

  /** Writes an object, and tells of it; false if there is no such bucket. */
  write(bucket: string, name: string, content: Buffer): boolean {
    const objects = this.objects.get(bucket);
    if (objects === undefined) return false;
    objects.set(name, content);
    const object = { kind: 'storage#object', bucket, name, size: String(content.length) };
    for (const { topic, event_types: types, object_name_prefix: prefix = '', ...one } of this.notifications) {
      const asked = one.bucket === bucket && types.includes('OBJECT_FINALIZE') && name.startsWith(prefix);
      if (!asked || !this.caller.holds(this.agent, 'roles/pubsub.publisher', topic)) continue;
      this.pubsub.publish(topic, {
        data: Buffer.from(JSON.stringify(object)),
        attributes: { bucketId: bucket, objectId: name, eventType: 'OBJECT_FINALIZE', payloadFormat: 'JSON_API_V1' },
      });
    }
    return true;
  }

  /** Answers `…/storage/v1/b/<bucket>/o[/<object>]`, below `/upload` or `/download` too. */
  answer = ({ method, path, query, type, body: upload }: Request): Reply => {
    const [bucket, , object] = path.slice(path.indexOf('b') + 1) as [string, string, string | undefined];
    if (method === 'POST') {
      const { name, content } = partsOf(upload, type);
      const key = query.get('name') ?? name;
      // The client compares what was written with what it has sent.
      const body = { bucket, name: key, crc32c: crc32c(content) };
      return this.write(bucket, key, content) ? { status: 200, body } : missing;
    }
    const found = method !== 'GET' || object === undefined ? undefined : this.objects.get(bucket)?.get(object);
    return found === undefined ? missing : { status: 200, body: found };
  };
}

/** The name and the content of an upload in two parts: what it is, and what is in it. */
function partsOf(body: Buffer, type: string): { readonly name: string; readonly content: Buffer } {
  const [, boundary] = /boundary="?([^";]+)"?/.exec(type) ?? [];
  const parts = body.toString('latin1').split(`--${boundary}`);
  const [described, content] = parts.slice(1, 3).map((part) => /\r?\n\r?\n([^]*?)\r?\n$/.exec(part)![1]!);
  const { name = '' } = JSON.parse(Buffer.from(described!, 'latin1').toString()) as { name?: string };
  return { name, content: Buffer.from(content!, 'latin1') };
}

/** CRC-32C (Castagnoli's polynomial), as Cloud Storage writes it: big-endian, in base64. */
function crc32c(content: Buffer): string {
  let crc = ~0;
  for (const byte of content) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0x82f63b78 : crc >>> 1;
  }
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(~crc >>> 0);
  return bytes.toString('base64');
}
