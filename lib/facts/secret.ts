import type { ResolvedSecret } from '../model/secret';
import type { Expectation } from './expectation';
import { expectName } from './name';
import { expectLabels } from './tag';

/** What an artefact says about a secret. */
export interface SecretFact extends ResolvedSecret {
  /** What it is made with. An artefact is read by many, so that a fact never repeats a value. */
  readonly holds: 'the placeholder' | 'something else';
  /** Where a name is ours to give. */
  readonly physicalName?: string;
  /** The services of Google's that have to be switched on before it. */
  readonly needs?: readonly string[];
  readonly tags?: Readonly<Record<string, string>>;
}

/** What a right rendering of a secret says on AWS, where CloudFormation and Pulumi make the name. */
export const expectAwsSecret = (_: string, spec: ResolvedSecret, { architecture }: Expectation): SecretFact => ({
  ...spec,
  holds: 'the placeholder',
  tags: architecture.tags,
});

/** What a right rendering of a secret says on GCP. */
export const expectGcpSecret = (
  name: string,
  spec: ResolvedSecret,
  { architecture, naming }: Expectation,
): SecretFact => ({
  ...spec,
  holds: 'the placeholder',
  physicalName: expectName(naming, 'secrets', name, 255),
  needs: ['secretmanager.googleapis.com'],
  tags: expectLabels(architecture.tags),
});
