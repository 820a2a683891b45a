import type { AwsSecretFact } from '../../facts/secret';
import type { Artefact } from '../artefact';
import { readPlaceholder } from '../placeholder';
import { tagsOf } from '../tags';

export function readSecret(name: string, artefact: Artefact): Partial<AwsSecretFact> | undefined {
  const secret = artefact.part(`secrets.${name}`, 'AWS::SecretsManager::Secret');
  if (!secret) return undefined;
  const [deletion, replacement] = ['DeletionPolicy', 'UpdateReplacePolicy'].map((policy) =>
    secret.one([policy], ['Retain', true], ['Delete', false]),
  );
  return {
    holds: secret.as(['Properties', 'SecretString'], readPlaceholder),
    retain: deletion === replacement ? deletion : undefined,
    tags: tagsOf([secret], ['Properties', 'Tags']),
  };
}
