import { createHash } from 'node:crypto';
import { CfnRule, Fn, LegacyStackSynthesizer, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

/** Lets a stack with empty archives be synthesized and compared, and not deployed. */
export function refuseEmptyArchives(scope: Construct, functions: readonly string[]): void {
  const code = `the code of ${functions.join(', ')}`;
  const reason = `${code} was left out: build it, and synthesize without withoutCode`;
  // CloudFormation checks rules before anything else, whoever brings the template.
  new CfnRule(scope, 'CodeIsThere', {
    assertions: [{ assert: Fn.conditionEquals('left out', 'there'), assertDescription: reason }],
  });
  const { synthesizer } = Stack.of(scope);
  // It takes nothing but files.
  if (synthesizer instanceof LegacyStackSynthesizer) return;
  // A hotswap goes past CloudFormation, but publishes the stack's assets first, as every deployment does: one can't be.
  synthesizer.addFileAsset({
    sourceHash: createHash('sha256').update(reason).digest('hex'),
    executable: ['node', '-e', `console.error(${JSON.stringify(reason)}); process.exit(1)`],
    displayName: code,
  });
}
