/** Functions to write, read and check architectures, for programs of every engine. */
export type { ArchitectureSpec, ResolvedArchitecture } from './model/architecture';
export { defineArchitecture, type WrittenArchitecture as Architecture } from './model/define';
export { load } from './model/load';
export { outputsOf } from './model/output';
export type { GivenValue, ParameterSource, ParameterSpec, ParameterValue, UnknownName } from './model/parameters';
export { ArchitectureError, formatProblem, type Problem } from './model/problem';
export type { Reference } from './model/reference';
export { resolve, type Resolved, type ResolveOptions } from './model/resolve';
export type { Source } from './model/source';
export { clouds, targets, type Cloud, type Target } from './model/target';
export type { Text } from './model/text';
