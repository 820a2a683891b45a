import type { ArchitectureSpec } from './architecture';
import type { TextWithReferences } from './text';

/** How a parameter is written where its value may stand. */
export type ParameterReference = `\${parameters.${string}}`;

/** A field as it is written: a parameter may stand for a value, and nothing in it is changed later. */
export type Written<T> = T extends TextWithReferences
  ? never
  : T extends string | number | boolean
    ? T | ParameterReference
    : T extends readonly (infer Item)[]
      ? readonly Written<Item>[]
      : T extends object
        ? { readonly [K in keyof T]: Written<T[K]> }
        : T;

/** An architecture as it is written; its parameters' own declarations hold no parameters. */
export type WrittenArchitecture = Omit<Written<ArchitectureSpec>, 'parameters'> & Pick<ArchitectureSpec, 'parameters'>;
