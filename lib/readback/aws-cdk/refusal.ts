import type { Artefact } from '../artefact';

/**
 * The functions whose archives are empty. A template that has some has a rule too, which no deployment can pass; without
 * that it says nothing of them.
 */
export function readWithoutCode(artefact: Artefact): readonly string[] {
  const { withoutCode } = artefact.stamp;
  const rule = withoutCode.length > 0 ? artefact.ofType('Rule')[0] : undefined;
  const isNever = rule?.fixed(['Assertions', '0', 'Assert'], { 'Fn::Equals': ['left out', 'there'] });
  rule?.irrelevant(['Assertions', '0', 'AssertDescription'], 'what is said beside a refusal changes nothing');
  return isNever ? withoutCode : [];
}
