import { isSecret, log, Output, type Resource } from '@pulumi/pulumi';
import type { Holder } from '../settings/held';

/** Recognizes Pulumi's outputs, and promises. */
export const held: Holder = (value) =>
  Output.isInstance(value) || value instanceof Promise ? { engine: 'Pulumi', is: 'text' } : undefined;

/**
 * Warns of secrets among the values that an app gave for parameters. Pulumi encrypts them in its state, but the cloud
 * shows the variables of a function to everyone who may read the function.
 */
export function warnOfSecrets(values: Readonly<Record<string, unknown>>, resource: Resource): void {
  for (const [parameter, value] of Object.entries(values)) {
    if (Output.isInstance(value)) void warnOfSecret(parameter, value, resource);
  }
}

async function warnOfSecret(parameter: string, value: Output<unknown>, resource: Resource): Promise<void> {
  if (!(await isSecret(value))) return;
  await log.warn(
    `parameters.${parameter}: is a secret, which the cloud shows in plain text in environment variables ` +
      '(declare it in `secrets` of the architecture, and name it in `secrets` of the function or service)',
    resource,
  );
}
