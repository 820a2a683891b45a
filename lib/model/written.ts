import type { ArchitectureSpec } from './architecture';
import type { verbs } from './grant';
import type { TextWithReferences } from './text';

/** Form of a parameter that is a whole value. */
export type ParameterReference = `\${parameters.${string}}`;

/** Written form of a field: any value may be a parameter. */
export type Written<T> = T extends TextWithReferences
  ? never
  : T extends string | number | boolean
    ? T | ParameterReference
    : T extends readonly (infer Item)[]
      ? readonly Written<Item>[]
      : T extends object
        ? { readonly [K in keyof T]: K extends 'uses' ? WrittenUses | undefined : Written<T[K]> }
        : T;

/** Written form of `uses`: each kind has verbs of its own. */
export type WrittenUses = {
  readonly [K in keyof Verbs as `${K}.${string}`]: Verbs[K][number] | ParameterReference;
};
type Verbs = typeof verbs;

/** Written form of an architecture. Declarations of parameters contain no parameters. */
export interface WrittenArchitecture extends Omit<Written<ArchitectureSpec>, 'parameters'> {
  /** Schema of the file, for editors. @default none */
  readonly $schema?: string;
  /** Values that are set when the architecture is rendered. @default {} */
  readonly parameters?: ArchitectureSpec['parameters'];
}
