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
  const secret = artefact.part(id, 'gcp:secretmanager/secret:Secret');
  if (!secret) return undefined;
  const version = artefact.part(id, 'gcp:secretmanager/secretVersion:SecretVersion');
  secret.fixed(['inputs', 'replication'], { auto: {} });
  return {
    holds: version && readVersion(version, secret),
    retain: readRetention(secret),
    physicalName: secret.string(['inputs', 'secretId']),
    needs: readNeeds(secret, ['options', 'dependsOn'], servicesIn(artefact)),
    tags: tagsOf([secret], ['inputs', 'labels']),
  };
}

/** What is stored once; it may be switched off, and goes or stays with its secret. */
function readVersion(version: Resource, secret: Resource): SecretFact['holds'] | undefined {
  version.fixed(['inputs', 'secret'], to(secret, 'id'));
  version.fixed(['inputs', 'deletionPolicy'], 'ABANDON');
  version.fixed(['options', 'ignoreChanges'], ['secretData', 'enabled']);
  return version.as(['inputs', 'secretData'], readPlaceholder);
}

/** What stays is also protected. */
function readRetention(secret: Resource): boolean | undefined {
  const kept = secret.one(['options', 'retainOnDelete'], [true, true], [false, false]);
  const guarded = secret.one(['inputs', 'deletionProtection'], [true, true], [false, false]);
  return kept === guarded ? kept : undefined;
}
