import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { extname } from 'node:path';
import { bootstrap, isVersion } from './assembly';
import { readDocument, type Json } from './document';
import type { Folder } from './folder';
import { equal, isObject, type Unrecognized } from './resource';

/** The files that a stack's assets have to consist of, beside the code of its functions. */
export interface Published {
  /** The template that was read. */
  readonly template: string;
  /** The functions with empty archives. */
  readonly withoutCode: readonly string[];
}

/** The files that `cdk deploy` publishes with a stack. A reader requests the code of each function by its key. */
export class Assets {
  private readonly requested = new Set<string>();
  private readonly content: Json;
  private readonly files: Json;

  constructor(
    private readonly folder: Folder,
    /** The name of the file that lists them; an absent file lists none. */
    private readonly name: string,
  ) {
    const file = folder.claim(name);
    this.content = file === undefined ? {} : readDocument(file);
    const { files } = this.content;
    this.files = isObject(files) ? files : {};
  }

  /** SHA-256 of the file that is uploaded under a key; undefined if there is none. */
  sha256(key: string): string | undefined {
    const asset = Object.values(this.files).find((file) =>
      destinationsOf(file).some((one) => one['objectKey'] === key),
    );
    const { path } = sourceOf(asset);
    if (typeof path !== 'string') return undefined;
    this.requested.add(key);
    return this.folder.sha256(path);
  }

  /** The file that is uploaded to a URL; undefined if none of these is. */
  publishedAt(url: unknown): string | undefined {
    const text = JSON.stringify(url) ?? '';
    const asset = Object.values(this.files).find((file) =>
      destinationsOf(file).some(({ objectKey }) => typeof objectKey === 'string' && text.includes(`/${objectKey}"`)),
    );
    const { path } = sourceOf(asset);
    return typeof path === 'string' ? path : undefined;
  }

  /** The bucket that the file with a key is uploaded to, as a text with CloudFormation's pseudo parameters. */
  bucket(key: string): string | undefined {
    const buckets = Object.values(this.files)
      .flatMap(destinationsOf)
      .filter((one) => one['objectKey'] === key)
      .map((one) => one['bucketName']);
    const [bucket, ...others] = new Set(buckets);
    return typeof bucket === 'string' && others.length === 0 ? bucket : undefined;
  }

  /**
   * The differences between the assets and right ones: the template, and the code that functions have, each uploaded
   * once under the hash of its content. `cdk deploy` doesn't upload a file whose key is in the bucket already, so
   * another key may stand for other content (https://github.com/aws/aws-cdk/issues/31051). Call it after all readers.
   */
  unrecognized({ template, withoutCode }: Published): Unrecognized[] {
    const { version, files, dockerImages = {}, ...others } = this.content;
    const right: Json = { ...this.templateEntry(template), ...programEntry(withoutCode) };
    const ids = Object.keys({ ...this.files, ...right }).filter((id) =>
      Object.hasOwn(right, id) ? !isEntry(this.files[id], right[id]) : !this.isCode(id, this.files[id]),
    );
    return [
      ...ids.map((id) => this.at(['files', id], this.files[id])),
      ...(isObject(files) ? [] : [this.at(['files'], files)]),
      // No architecture builds an image.
      ...(equal(dockerImages, {}) ? [] : [this.at(['dockerImages'], dockerImages)]),
      ...(isVersion(version) ? [] : [this.at(['version'], version)]),
      ...Object.entries(others).map(([key, value]) => this.at([key], value)),
    ];
  }

  private at(path: readonly string[], value: unknown): Unrecognized {
    return { resource: this.name, path, value };
  }

  private templateEntry(path: string): Json {
    const sha256 = this.folder.sha256(path);
    return { [String(sha256)]: entry({ path, packaging: 'file' }, `${sha256}.json`) };
  }

  /** Tests that an entry uploads the code of a function. */
  private isCode(id: string, file: unknown): boolean {
    const { path } = sourceOf(file);
    if (typeof path !== 'string' || this.fingerprint(path) !== id) return false;
    const key = `${id}${extname(path)}`;
    return this.requested.has(key) && isEntry(file, entry({ path, packaging: 'file' }, key));
  }

  /**
   * CDK's fingerprint of a file, by which it names an asset. It treats a file without a zero byte at the beginning as
   * text. An archive has one in its first header.
   * @see https://github.com/aws/aws-cdk/blob/v2.276.0/packages/aws-cdk-lib/core/lib/fs/fingerprint.ts
   */
  private fingerprint(path: string): string | undefined {
    const [file, sha256] = [this.folder.claim(path), this.folder.sha256(path)];
    if (file === undefined) return undefined;
    const fields = { 'options.extra': '', 'options.follow': 'external', 'file:': `${sizeOf(file)}:${sha256}` };
    const text = Object.entries(fields).map(([field, value]) => `\x01${field}\x02${value}\x03`);
    return createHash('sha256').update(text.join('')).digest('hex');
  }
}

/** An entry without the names that are only shown. */
const entry = (source: Json, objectKey: string): Json => ({
  source,
  destination: {
    bucketName: bootstrap.bucket,
    objectKey,
    assumeRoleArn: bootstrap.role('file-publishing'),
  },
});

/** The asset in place of code that was left out. A program makes it, which fails. */
function programEntry(withoutCode: readonly string[]): Json {
  if (withoutCode.length === 0) return {};
  const reason = `the code of ${withoutCode.join(', ')} was left out: build it, and synthesize without withoutCode`;
  const id = createHash('sha256').update(reason).digest('hex');
  const executable = ['node', '-e', `console.error(${JSON.stringify(reason)}); process.exit(1)`];
  return { [id]: entry({ executable }, id) };
}

/** Tests that a file is uploaded once. Its name in messages, and that of its destination, may be any text. */
function isEntry(file: unknown, right: unknown): boolean {
  const { source, destination } = isObject(right) ? right : {};
  const { displayName, destinations, ...said } = isObject(file) ? file : {};
  const isNamed = displayName === undefined || typeof displayName === 'string';
  return (
    isNamed && isObject(destinations) && equal(said, { source }) && equal(Object.values(destinations), [destination])
  );
}

const sourceOf = (file: unknown): Json => (isObject(file) && isObject(file['source']) ? file['source'] : {});

const destinationsOf = (file: unknown): Json[] =>
  Object.values(isObject(file) && isObject(file['destinations']) ? file['destinations'] : {}).filter(isObject);

const sizeOf = (file: string): number => statSync(file).size;
