import { zipSync } from 'fflate';
import { linesOf, differencesIn, render } from '../../rendering';
import { Editable, type Json } from '../../mutation/artefact';
import { viewOf } from '../../rules/artifacts';
import { rule as inTurn } from '../../rules/aws/bucket-settings-in-turn';
import { linesOf as violationsIn, subjectsOf, violationsOf } from '../../rules/rule';
import { resourcesIn, shown } from '../element';

const stored = (bytes: number): Uint8Array =>
  zipSync({ 'index.js': new Uint8Array(), data: new Uint8Array(bytes) }, { level: 0, mtime: '1980-01-01 00:00:00' });

/** An archive of a size, which isn't compressed, and has always the same bytes. */
const archiveOf = (bytes: number): Uint8Array => stored(bytes - stored(0).length);

const architecture = (name: string) => `
name: ${name}
tags: { team: shop }
functions: { f: { runtime: nodejs22, code: big.zip, handler: index.handler } }`;

const uploaded = (bytes: number, name = 'shop') =>
  render({ text: architecture(name), archives: { 'big.zip': archiveOf(bytes) } }, 'aws-pulumi');

/** The types of the resources of a bucket. */
const s3 = (resources: readonly Json[]) => resources.map(({ type }) => type).filter((type) => /^aws:s3/.test(type));

describe('a large archive on aws-pulumi', () => {
  let artefact: Editable;
  let differences: string[];
  beforeAll(async () => {
    const rendering = await uploaded(45_000_001);
    artefact = new Editable(rendering);
    differences = linesOf(differencesIn(rendering));
  });

  const resources = (changed: Json = artefact.original()) =>
    Object.fromEntries(
      [...resourcesIn('aws-pulumi', changed)].map(([place, one]) => [place.replace('functions/f/', ''), one]),
    );

  it('reads back equal', () => expect(differences).toEqual([]));

  it('is read from a private, encrypted bucket that goes with the function', () => {
    const found = resources();
    const { s3Bucket, s3Key, code } = found['function'].inputs;
    const own = Object.fromEntries(Object.entries(found).filter(([name]) => name.startsWith('code-')));
    expect(shown({ ...own, function: { s3Bucket, s3Key, code } })).toMatchInlineSnapshot(`
     "code-bucket:
       type: aws:s3/bucket:Bucket
       inputs:
         forceDestroy: true
         tags:
           team: shop
     code-object:
       type: aws:s3/bucketObjectv2:BucketObjectv2
       inputs:
         bucket: <shop-f-code-bucket.id>
         key: <sha256>.zip
         source:
           $asset:
             path: assets/<sha256>.zip
             sha256: <sha256>
     code-bucket-ownership:
       type: aws:s3/bucketOwnershipControls:BucketOwnershipControls
       inputs:
         bucket: <shop-f-code-bucket.id>
         rule:
           objectOwnership: BucketOwnerEnforced
       options:
         dependsOn:
           - …::shop-f-code-bucket-public-access
     code-bucket-policy:
       type: aws:s3/bucketPolicy:BucketPolicy
       inputs:
         bucket: <shop-f-code-bucket.id>
         policy:
           $join:
             - '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":["'
             - <shop-f-code-bucket.arn>
             - '","'
             - <shop-f-code-bucket.arn>
             - /*"],"Condition":{"Bool":{"aws:SecureTransport":"false"}}}]}
       options:
         dependsOn:
           - …::shop-f-code-bucket-encryption
     code-bucket-public-access:
       type: aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock
       inputs:
         blockPublicAcls: true
         blockPublicPolicy: true
         bucket: <shop-f-code-bucket.id>
         ignorePublicAcls: true
         restrictPublicBuckets: true
     code-bucket-encryption:
       type: aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration
       inputs:
         bucket: <shop-f-code-bucket.id>
         rules:
           - applyServerSideEncryptionByDefault:
               sseAlgorithm: AES256
       options:
         dependsOn:
           - …::shop-f-code-bucket-ownership
     function:
       s3Bucket: <shop-f-code-bucket.id>
       s3Key: <shop-f-code-object.key>
     "
    `);
  });

  const changes: readonly (readonly [what: string, (found: Record<string, Json>) => void, seen: readonly string[]])[] =
    [
      ['a key that stays with other code', (found) => (found['code-object'].inputs.key = 'code.zip'), ['code']],
      [
        'access lists that can be public',
        (found) => (found['code-bucket-public-access'].inputs.blockPublicAcls = false),
        ['code'],
      ],
      ['another key in the function', (found) => (found['function'].inputs.s3Key = 'other.zip'), []],
      ['a bucket with data in it that stays', (found) => (found['code-bucket'].inputs.forceDestroy = false), []],
      ['another encryption', (found) => (found['code-bucket-encryption'].inputs.rules = []), ['code']],
      [
        'settings of its bucket that change at once',
        (found) => delete found['code-bucket-policy'].options.dependsOn,
        [],
      ],
      ['a bucket without its tags', (found) => delete found['code-bucket'].inputs.tags, ['tags.team']],
      ['an object with another file', (found) => (found['code-object'].inputs.source.$asset.sha256 = '0'), ['code']],
    ];
  it.each(changes)('differs with %s', (_, change, fields) => {
    const changed = artefact.original();
    change(resources(changed));
    const paths = artefact.differencesWith(changed).map(({ path }) => path);
    expect(paths).not.toEqual([]);
    expect(paths.every((path) => path.startsWith('functions.f'))).toBe(true);
    expect(paths.filter((path) => !path.includes('!'))).toEqual(fields.map((field) => `functions.f.${field}`));
  });

  it('has a bucket whose settings change one at a time', () => {
    const view = viewOf['aws-pulumi'](JSON.stringify(artefact.original()));
    expect(subjectsOf(inTurn, view)).toHaveLength(1);
    expect(violationsIn(violationsOf(inTurn, view))).toEqual([]);
    inTurn.counterCase(view);
    expect(violationsIn(violationsOf(inTurn, view))).not.toEqual([]);
  });

  it('is in the request up to 45 MB', async () => {
    const found = new Editable(await uploaded(45_000_000)).original();
    expect(s3(found.resources)).toEqual([]);
  });

  it('has a bucket with a name by the formula where that of Pulumi would be too long', async () => {
    const name = 'a-name-of-thirty-letters-in-it';
    const rendering = await render(
      {
        text: architecture(name).replace('{ f:', '{ another-name-of-thirty-letters:'),
        archives: { 'big.zip': archiveOf(45_000_001) },
      },
      'aws-pulumi',
    );
    const bucket = new Editable(rendering)
      .original()
      .resources.find(({ type }: Json) => type === 'aws:s3/bucket:Bucket').inputs;
    expect(bucket.bucketPrefix).toMatch(/^a-name-of-thirty.*-code-[0-9a-f]{8}-$/);
    expect(bucket.bucketPrefix.length).toBeLessThanOrEqual(37);
    expect(linesOf(differencesIn(rendering))).toEqual([]);
  });
});
