/**
 * A value that only an engine has, such as a token of CDK or an output of Pulumi. It was given for a parameter. Like a
 * reference, it stands in environment values and outputs.
 */
export interface EngineValue {
  readonly parameter: string;
  /** The engine that has the value: `CDK`, `CDKTF`, `Pulumi`. */
  readonly engine: string;
}

/** Tests that a value stands for one that only an engine has. */
export const isEngineValue = (value: unknown): value is EngineValue =>
  typeof value === 'object' && value !== null && 'parameter' in value;

/** Formats an engine's value as people write it. */
export const formatEngineValue = ({ parameter }: EngineValue): string => `\${parameters.${parameter}}`;

/** Advice on where a value that only an engine has can stand. */
export const placeForEngineValue = ({ parameter, engine }: EngineValue): string =>
  `give parameter ${parameter} a plain value; a value that only ${engine} has can be used in environment values and outputs`;
