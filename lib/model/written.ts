import type { ArchitectureSpec } from './architecture';
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
        ? { readonly [K in keyof T]: Written<T[K]> }
        : T;

/** Written form of an architecture. Declarations of parameters contain no parameters. */
export type WrittenArchitecture = Omit<Written<ArchitectureSpec>, 'parameters'> & Pick<ArchitectureSpec, 'parameters'>;
