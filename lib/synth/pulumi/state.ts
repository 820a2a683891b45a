import type { ReadResourceRequest, RegisterResourceRequest } from '@pulumi/pulumi/proto/resource_pb';
import type { Hint } from './computed';
import type { Markers } from './marker';
import { signatureKey, signatures } from './signature';

/** A resource that a program makes or looks up. */
export type Registration = RegisterResourceRequest | ReadResourceRequest;

type Wire = Readonly<Record<string, unknown>>;

/**
 * Attributes that the cloud computes inside a property which the program gives. A class doesn't tell their names, so
 * this is a list, and not a complete one: those that have no attribute of their own to use instead.
 */
const nestedAttributes: Readonly<Record<string, readonly (readonly [property: string, name: string])[]>> = {
  'gcp:cloudfunctionsv2/function:Function': [
    ['serviceConfig', 'service'],
    ['serviceConfig', 'uri'],
  ],
};

/**
 * The state of a resource as the program reads it: its inputs, and markers for values that only a deployment has. A
 * given text is a marker too, so that an input that refers to it is recorded as a reference.
 */
export function stateOf(
  markers: Markers,
  urn: string,
  request: Registration,
  inputs: Wire,
  { computed, defaults }: Hint,
) {
  const state: Record<string, unknown> = { ...inputs };
  for (const [name, value] of Object.entries(inputs)) {
    if (typeof value === 'string') state[name] = markers.mark({ urn, path: [name] });
  }
  // A provider computes nothing: a setting that it wasn't given is none. A value that is absent would count as unknown.
  const isProvider = request.getType().startsWith('pulumi:providers:');
  for (const name of computed) state[name] = isProvider ? null : markers.mark({ urn, path: [name] });
  for (const [property, name] of nestedAttributes[request.getType()] ?? []) {
    const given = state[property];
    if (!given || typeof given !== 'object') continue;
    state[property] = { [name]: markers.mark({ urn, path: [property, name] }), ...given };
  }
  for (const name of [...request.getAdditionalsecretoutputsList(), ...(defaults.additionalSecretOutputs ?? [])]) {
    if (name in state) state[name] = { [signatureKey]: signatures.secret, value: state[name] };
  }
  return state;
}
