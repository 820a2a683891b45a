import type { AwsSecretFact } from '../../facts/secret';
import type { ElementId } from '../../model/name';
import type { Artefact } from '../artefact';
import { readPlaceholder } from '../placeholder';
import { to, type Resource } from '../resource';
import { tagsOf } from '../tags';

export function readSecret(name: string, artefact: Artefact): Partial<AwsSecretFact> | undefined {
  const id: ElementId = `secrets.${name}`;
  const secret = artefact.part(id, 'aws:secretsmanager/secret:Secret');
  if (!secret) return undefined;
  // Without tags it has no inputs.
  secret.one(['inputs'], [{}, true]);
  const version = artefact.part(id, 'aws:secretsmanager/secretVersion:SecretVersion');
  return {
    holds: version && readVersion(version, secret),
    retain: secret.one(['options', 'retainOnDelete'], [true, true], [false, false]),
    tags: tagsOf([secret], ['inputs', 'tags']),
  };
}

/**
 * Reads the first version. It has its own stage label, so that AWS never deletes it and Pulumi never creates it again.
 */
function readVersion(version: Resource, secret: Resource): AwsSecretFact['holds'] | undefined {
  version.fixed(['inputs', 'secretId'], to(secret, 'id'));
  version.fixed(['inputs', 'versionStages'], ['AWSCURRENT', 'placeholder']);
  version.fixed(['options', 'ignoreChanges'], ['secretString', 'versionStages']);
  version.fixed(['options', 'retainOnDelete'], true);
  return version.as(['inputs', 'secretString'], readPlaceholder);
}
