/** Files and folders whose texts aren't plain yet. A line here fails once there is no offence left below it. */
export const notYet: readonly string[] = [
  'CHANGELOG.md',
  'docs/model.md',
  'lib/archive',
  'lib/cloud',
  'lib/equivalence',
  'lib/explain',
  'lib/index.ts',
  'lib/model',
  'lib/readback',
  'lib/render',
  'lib/secret-contract.ts',
  'lib/secret.ts',
  'lib/settings',
  'lib/synth',
  'lib/warm.ts',
];
