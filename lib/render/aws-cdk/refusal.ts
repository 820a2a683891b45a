import { createHash } from 'node:crypto';
import { CfnRule, Fn, LegacyStackSynthesizer, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

/** Lets a stack with empty archives be synthesized and compared, and not deployed. */
export function refuseEmptyArchives(scope: Construct, functions: readonly string[]): void {
  const code = `the code of ${functions.join(', ')}`;
  const reason = `${code} was left out: build it, and synthesize without withoutCode`;
  // CloudFormation checks rules before anything else, however the template is deployed.
  new CfnRule(scope, 'CodeIsThere', {
    assertions: [{ assert: Fn.conditionEquals('left out', 'there'), assertDescription: reason }],
  });
  const { synthesizer } = Stack.of(scope);
  // It doesn't support executables as assets.
  if (synthesizer instanceof LegacyStackSynthesizer) return;
  // A hotswap bypasses CloudFormation, but publishes the stack's assets first, like every deployment. This one always
  // fails.
  synthesizer.addFileAsset({
    sourceHash: createHash('sha256').update(reason).digest('hex'),
    executable: ['node', '-e', `console.error(${JSON.stringify(reason)}); process.exit(1)`],
    displayName: code,
  });
}
