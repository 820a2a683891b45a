import type { Output } from '@pulumi/pulumi';
import type { IResolvable, Stack } from 'aws-cdk-lib';
import type { TerraformStack } from 'cdktf';
import { defineArchitecture } from '../../lib/model/define';
import { ServerlessArchitecture as OnCdk } from '../../lib/render/aws-cdk';
import { ServerlessArchitecture as OnCdktf } from '../../lib/render/gcp-cdktf';
import { ServerlessArchitecture as OnPulumi } from '../../lib/render/pulumi';

const architecture = defineArchitecture({
  name: 'shop',
  parameters: { warm: { type: 'number' } },
  functions: {
    orders: {
      runtime: 'nodejs22',
      code: 'orders',
      handler: 'index.handler',
      coldStart: { provisioned: '${parameters.warm}' },
    },
  },
  tables: { orders: { partitionKey: { name: 'id', type: 'string' } } },
});

/** Elements are known by name where the architecture is an object. */
export function typed(stack: Stack, terraform: TerraformStack): unknown[] {
  const cdk = new OnCdk(stack, 'Shop', { architecture });
  const cdktf = new OnCdktf(terraform, 'Shop', { architecture, project: 'shop', region: 'europe-west1' });
  const aws = new OnPulumi('shop', { cloud: 'aws', architecture });
  const gcp = new OnPulumi('shop', { cloud: 'gcp', architecture });
  // @ts-expect-error there is no function of this name
  void cdk.functions.typo;
  // @ts-expect-error there is no function of this name
  void cdktf.functions.typo;
  // @ts-expect-error there is no function of this name
  void aws.functions.typo;
  // @ts-expect-error there are no services at all
  void gcp.services.web;
  // @ts-expect-error Cloud Functions have no aliases
  void gcp.functions.orders.alias;
  return [
    cdk.functions.orders.alias.functionArn,
    cdk.tables.orders.table.tableName,
    cdktf.functions.orders.serviceAccount.email,
    aws.functions.orders.alias.arn,
    gcp.functions.orders.function.url,
  ];
}

/** Parameters are plain values, or values of the program's own engine. */
export function given(stack: Stack, token: IResolvable, text: Output<string>, count: Output<number>): void {
  new OnCdk(stack, 'Shop', { architecture, parameters: { warm: token } });
  new OnPulumi('shop', { cloud: 'aws', architecture, parameters: { warm: text } });
  new OnPulumi('shop', { cloud: 'aws', architecture, parameters: { warm: Promise.resolve('1') } });
  // @ts-expect-error a number is no text
  new OnPulumi('shop', { cloud: 'aws', architecture, parameters: { warm: count } });
  // @ts-expect-error another engine's
  new OnCdk(stack, 'Shop', { architecture, parameters: { warm: text } });
  // @ts-expect-error a list is no value
  new OnCdk(stack, 'Shop', { architecture, parameters: { warm: ['1'] } });
}

/** Of a file, and of an architecture whose type says little, every name may be there, or not. */
export function untyped(stack: Stack, file: string): unknown[] {
  const made = new OnCdk(stack, 'Shop', { architecture: file });
  const inline = new OnCdk(stack, 'Inline', {
    architecture: { name: 'inline', tables: { orders: { partitionKey: { name: 'id', type: 'string' } } } },
  });
  // @ts-expect-error it may be undefined
  void made.functions['orders'].alias;
  // @ts-expect-error there is no table of this name
  void inline.tables.typo;
  return [made.functions['orders']?.alias, inline.tables.orders.table];
}
