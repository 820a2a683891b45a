import type { ResolvedSecret } from '../model/secret';
import type { TargetExpectation } from './expectation';
import { expectName } from './name';
import type { Stated } from './stated';

/** Facts about a secret on AWS, where Secrets Manager encrypts values at rest, and the engines make the name. */
export interface AwsSecretFact extends ResolvedSecret {
  /** The value of its first version. Artifacts have many readers, so a fact never repeats a value. */
  readonly holds: 'the placeholder' | 'something else';
  readonly tags: Readonly<Record<string, string>>;
}

/** Facts about a secret on Google Cloud, where Secret Manager encrypts values at rest. */
export interface GcpSecretFact extends AwsSecretFact {
  readonly physicalName: string;
  /** The Google services that must be enabled first. */
  readonly needs: readonly string[];
}

/** The facts about a secret on AWS that differ from its fields. */
export const expectAwsSecret = (
  _name: string,
  _fields: ResolvedSecret,
  { tags }: TargetExpectation,
): Stated<ResolvedSecret, AwsSecretFact> => ({ holds: 'the placeholder', tags });

/** The facts about a secret on Google Cloud that differ from its fields. */
export const expectGcpSecret = (
  name: string,
  _fields: ResolvedSecret,
  { naming, tags }: TargetExpectation,
): Stated<ResolvedSecret, GcpSecretFact> => ({
  holds: 'the placeholder',
  physicalName: expectName(naming, 'secrets', name, 255),
  needs: ['secretmanager.googleapis.com'],
  tags,
});
