import type { Reply, Request } from './http';

/** Secret Manager, as far as reading the latest version of a secret goes. */
export class Secrets {
  /** @param values what they are, by their ids */
  constructor(private readonly values: Map<string, string>) {}

  /** Adds a version. */
  add(id: string, value: string): void {
    this.values.set(id, value);
  }

  /** Answers `/v1/<id>/versions/latest:access`. */
  answer = ({ path }: Request): Reply => {
    const name = path.slice(1).join('/');
    const value = this.values.get(name.replace('/versions/latest:access', ''));
    if (value === undefined) return { status: 404, body: { error: { code: 404, message: `no ${name}` } } };
    return { status: 200, body: { name, payload: { data: Buffer.from(value).toString('base64') } } };
  };
}
