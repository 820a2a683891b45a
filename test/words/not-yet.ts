/** Files and folders whose texts aren't plain yet. A line here fails once there is no offence left below it. */
export const notYet: readonly string[] = [
  'CHANGELOG.md',
  'docs/model.md',
  'docs/support.md',
  'lib/archive',
  'lib/equivalence',
  'lib/explain',
  'lib/facts',
  'lib/index.ts',
  'lib/model',
  'lib/readback',
  'lib/secret-contract.ts',
  'lib/secret.ts',
  'lib/settings',
  'lib/support',
  'lib/warm.ts',
];
