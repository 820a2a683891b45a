import type { Artefact } from '../artefact';

/**
 * Reads the functions with empty archives. Their template has a rule that no deployment passes; without it they could
 * be deployed.
 */
export function readWithoutCode(artefact: Artefact): readonly string[] {
  const { withoutCode } = artefact.stamp;
  const rule = withoutCode.length > 0 ? artefact.ofType('Rule')[0] : undefined;
  const isNever = rule?.fixed(['Assertions', '0', 'Assert'], { 'Fn::Equals': ['left out', 'there'] });
  rule?.fixed(
    ['Assertions', '0', 'AssertDescription'],
    `the code of ${withoutCode.join(', ')} was left out: build it, and synthesize without withoutCode`,
  );
  return isNever ? withoutCode : withoutCode.map((name) => `${name}, which may be deployed`);
}
