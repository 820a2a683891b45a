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
