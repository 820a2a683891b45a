import type { Artefact } from '../artefact';

/**
 * The functions whose archives are empty. A template that has some has a rule too, which no deployment can pass; without
 * that they could be deployed as they are.
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
