import type { HeldValue, ParameterSource } from '../model/parameters';

/** Says that only an engine has a value; undefined: the value is plain. */
export type Holder = (value: unknown) => HeldValue | undefined;

/** A source of parameters in an engine's program, where a value may be one that only the engine has. */
export interface EngineSource extends ParameterSource {
  readonly holder: Holder;
}

/** Marks the values of a source that only an engine has. */
export const withHeld = (source: ParameterSource, holder: Holder): EngineSource => ({
  ...source,
  holder,
  get(parameter) {
    const given = source.get(parameter);
    const held = given && holder(given.value);
    return held ? { ...given, held } : given;
  },
});

const plain = new WeakSet<object>();

/** Marks the parameters of a program as plain: a text among them only looks like a value of the engine. */
export function asPlain<Parameters extends object>(parameters: Parameters): Parameters {
  plain.add(parameters);
  return parameters;
}

/** Tests that no value among the parameters of a program is one that only the engine has. */
export const arePlain = (parameters: object | undefined): boolean => parameters !== undefined && plain.has(parameters);
