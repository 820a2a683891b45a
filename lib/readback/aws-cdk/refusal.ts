import type { Artefact } from '../artefact';

/**
 * Reads the functions with empty archives. Their template has a rule that no deployment passes; without it they could
 * be deployed.
 */
export function readWithoutCode(artefact: Artefact): readonly string[] {
  const { withoutCode } = artefact.stamp;
  const description = `the code of ${withoutCode.join(', ')} was left out: build it, and synthesize without withoutCode`;
  const place = ['Assertions', '0', 'AssertDescription'];
  const rules = withoutCode.length > 0 ? artefact.ofType('Rule') : [];
  // Another architecture of the stack has a rule of its own.
  const rule = rules.find((one) => one.at(place) === description) ?? rules[0];
  const isNever = rule?.fixed(['Assertions', '0', 'Assert'], { 'Fn::Equals': ['left out', 'there'] });
  rule?.fixed(place, description);
  return isNever ? withoutCode : withoutCode.map((name) => `${name}, which may be deployed`);
}
