import type { AwsSecretFact } from '../../facts/secret';
import type { Artefact } from '../artefact';
import { readPlaceholder } from '../placeholder';
import { tagsOf } from '../tags';
import { readRetention } from './retention';

export function readSecret(name: string, artefact: Artefact): Partial<AwsSecretFact> | undefined {
  const secret = artefact.part(`secrets.${name}`, 'AWS::SecretsManager::Secret');
  if (!secret) return undefined;
  return {
    holds: secret.as(['Properties', 'SecretString'], readPlaceholder),
    retain: readRetention([secret]),
    tags: tagsOf([secret], ['Properties', 'Tags']),
  };
}
