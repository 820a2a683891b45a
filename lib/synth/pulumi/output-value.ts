import { signatureKey, signatures } from './signature';

type Wire = Readonly<Record<string, unknown>>;

/**
 * The inputs of a resource as Pulumi's engine hands them to transforms: a secret is an output. So is a property that
 * depends on other resources, if the resource has transforms of its own.
 * @see https://github.com/pulumi/pulumi/blob/master/pkg/resource/deploy/source_eval.go
 */
export function asOutputs(inputs: Wire, dependencies: ReadonlyMap<string, readonly string[]>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, input]) => {
      const value = secretsAsOutputs(input);
      const urns = dependencies.get(name) ?? [];
      if (urns.length === 0) return [name, value];
      const output = isOutput(value) ? value : { [signatureKey]: signatures.output, value };
      return [name, { ...output, dependencies: urns }];
    }),
  );
}

function secretsAsOutputs(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(secretsAsOutputs);
  if (!isMap(value)) return value;
  if (value[signatureKey] === signatures.secret)
    return { [signatureKey]: signatures.output, value: value.value, secret: true };
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, secretsAsOutputs(one)]));
}

const isMap = (value: unknown): value is Wire => typeof value === 'object' && value !== null && !Array.isArray(value);

const isOutput = (value: unknown): value is Wire => isMap(value) && value[signatureKey] === signatures.output;
