import { log, output, secret, type Resource } from '@pulumi/pulumi';
import { Aws, Fn, Lazy, SecretValue } from 'aws-cdk-lib';
import { Token as TerraformToken } from 'cdktf';
import { held as heldByCdk } from '../../lib/render/aws-cdk/held';
import { held as heldByCdktf, heldToken } from '../../lib/render/gcp-cdktf/held';
import { held as heldByPulumi, warnOfSecrets } from '../../lib/render/pulumi-held';

const plain = ['text', '', '$${text}', 4, -1.5, true, ['text'], null, undefined];

describe('values that only CDK has', () => {
  it.each<[what: string, value: unknown, is: string]>([
    ['a token', Aws.REGION, 'text'],
    ['a text with a token', `a-${Aws.REGION}-b`, 'text'],
    ['an object that is resolved later', Lazy.any({ produce: () => 'a' }), 'text'],
    ['a number', Lazy.number({ produce: () => 1 }), 'number'],
    ['a list', Fn.split(',', Aws.REGION), 'list'],
    ['a secret', SecretValue.secretsManager('a'), 'secret'],
    ['a text with a secret', `a-${SecretValue.secretsManager('a').toString()}`, 'secret'],
    ['a secret that the app calls none', SecretValue.secretsManager('a').unsafeUnwrap(), 'text'],
  ])('are recognized: %s', (_, value, is) => expect(heldByCdk(value)).toEqual({ engine: 'CDK', is }));

  it.each(plain)('are no plain values: %j', (value) => expect(heldByCdk(value)).toBeUndefined());
});

describe('values that only CDKTF has', () => {
  it.each<[what: string, value: unknown, is: string]>([
    ['a token', TerraformToken.asString({ resolve: () => 'a' }), 'text'],
    ['an expression that the app writes', 'a-${google_pubsub_topic.own.id}', 'text'],
    ['a number', TerraformToken.asNumber({ resolve: () => 1 }), 'number'],
    ['a list', TerraformToken.asList({ resolve: () => [] }), 'list'],
  ])('are recognized: %s', (_, value, is) => expect(heldByCdktf(value)).toEqual({ engine: 'CDKTF', is }));

  it.each(plain)('are no plain values: %j', (value) => expect(heldByCdktf(value)).toBeUndefined());

  it('are only tokens in a context', () => {
    expect(heldToken('${google_pubsub_topic.own.id}')).toBeUndefined();
    expect(heldToken(TerraformToken.asString({ resolve: () => 'a' }))).toEqual({ engine: 'CDKTF', is: 'text' });
  });
});

describe('values that only Pulumi has', () => {
  it.each<[what: string, value: unknown]>([
    ['an output', output('a')],
    ['a promise', Promise.resolve('a')],
  ])('are recognized: %s', (_, value) => expect(heldByPulumi(value)).toEqual({ engine: 'Pulumi', is: 'text' }));

  it.each(plain)('are no plain values: %j', (value) => expect(heldByPulumi(value)).toBeUndefined());

  it('are warned of if they are secrets, since the cloud shows them', async () => {
    const warn = jest.spyOn(log, 'warn').mockResolvedValue(undefined);
    warnOfSecrets({ own: secret('a'), other: output('b'), third: Promise.resolve('c') }, {} as Resource);
    await new Promise((resolve) => setImmediate(resolve));
    expect(warn.mock.calls.map(([text]) => text)).toEqual([
      'parameters.own: is a secret, which the cloud shows in plain text in environment variables ' +
        '(declare it in `secrets` of the architecture, and name it in `secrets` of the function or service)',
    ]);
    warn.mockRestore();
  });
});
