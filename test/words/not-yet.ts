/** Files and folders whose texts aren't plain yet. A line here fails once there is no offence left below it. */
export const notYet: readonly string[] = [
  'CHANGELOG.md',
  'docs/model.md',
  'lib/cloud',
  'lib/equivalence',
  'lib/facts',
  'lib/model',
  'lib/readback',
  'lib/render',
  'lib/support',
  'lib/synth',
];

/** Optional members of public types that don't say yet what leaving them out means. */
export const silentYet: readonly string[] = [
  'ParameterSource.unknown',
  'UnknownName.hint',
  'Problem.line',
  'Problem.column',
  'Problem.hint',
  'Positions.file',
];
