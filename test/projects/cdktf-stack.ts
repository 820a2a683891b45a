import { json } from './run';

/** As much of a stack of CDKTF's as tests of projects look at. */
export interface Stack {
  readonly '//': { readonly triptych: readonly { readonly architecture: string; readonly path: string }[] };
  readonly terraform: {
    readonly backend: { readonly local: { readonly path: string } } & Readonly<Record<string, object>>;
  };
  readonly provider: Readonly<Record<string, readonly object[]>>;
  readonly variable: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly resource: Readonly<Record<string, Readonly<Record<string, Record<string, never>>>>>;
  readonly output?: Readonly<Record<string, unknown>>;
}

/** A stack in the output of an app. */
export const stackOf = (output: string, stack: string): Stack => json<Stack>(output, 'stacks', stack, 'cdk.tf.json');

/** The minimum of instances of a stack's first function. */
export const minimumIn = ({ resource }: Stack): unknown =>
  Object.values(resource['google_cloudfunctions2_function']!)[0]!['service_config']!['min_instance_count'];
