import type { SecretFact } from '../../facts/secret';
import type { ElementId } from '../../model/name';
import type { Artefact } from '../artefact';
import { readNeeds } from '../gcp/needs';
import { readPlaceholder } from '../placeholder';
import type { Resource } from '../resource';
import { tagsOf } from '../tags';
import { servicesIn, to } from './reference';

export function readSecret(name: string, artefact: Artefact): Partial<SecretFact> | undefined {
  const id: ElementId = `secrets.${name}`;
  const secret = artefact.part(id, 'google_secret_manager_secret');
  if (!secret) return undefined;
  const version = artefact.part(id, 'google_secret_manager_secret_version');
  secret.fixed(['replication'], { auto: {} });
  return {
    holds: version && readVersion(version, secret),
    retain: readRetention(secret),
    physicalName: secret.string(['secret_id']),
    needs: readNeeds(secret, ['depends_on'], servicesIn(artefact)),
    tags: tagsOf([secret], ['labels']),
  };
}

/** What is stored once; it may be switched off, and goes or stays with its secret. */
function readVersion(version: Resource, secret: Resource): SecretFact['holds'] | undefined {
  version.fixed(['secret'], to(secret, 'id'));
  version.fixed(['deletion_policy'], 'ABANDON');
  version.fixed(['lifecycle'], { ignore_changes: ['secret_data', 'enabled'] });
  return version.as(['secret_data'], readPlaceholder);
}

/** What stays is also protected. */
function readRetention(secret: Resource): boolean | undefined {
  const kept = secret.one(['lifecycle'], [{ prevent_destroy: true }, true], [{ prevent_destroy: false }, false]);
  const guarded = secret.one(['deletion_protection'], [true, true], [false, false]);
  return kept === guarded ? kept : undefined;
}
