import type { GcpSecretFact } from '../../facts/secret';
import type { ElementId } from '../../model/name';
import type { Artefact } from '../artefact';
import { readPlaceholder } from '../placeholder';
import { to, type Resource } from '../resource';
import { tagsOf } from '../tags';
import { pathIn, type Dialect } from './dialect';
import { isReplicatedHere } from './location';
import { readNeeds } from './needs';

export function readSecret(name: string, dialect: Dialect, artefact: Artefact): Partial<GcpSecretFact> | undefined {
  const id: ElementId = `secrets.${name}`;
  const secret = artefact.part(id, dialect.types.secret);
  if (!secret) return undefined;
  const version = artefact.part(id, dialect.types.secretVersion);
  isReplicatedHere(secret, dialect);
  return {
    holds: version && readVersion(version, secret, dialect),
    retain: readRetention(secret, dialect),
    physicalName: secret.string(pathIn(dialect, 'secret_id')),
    needs: readNeeds(secret, dialect, artefact),
    tags: tagsOf([secret], pathIn(dialect, 'labels')),
  };
}

/** Reads the first version. It is stored once, may be disabled later, and is deleted or stays with its secret. */
function readVersion(version: Resource, secret: Resource, dialect: Dialect): GcpSecretFact['holds'] | undefined {
  version.fixed(pathIn(dialect, 'secret'), to(secret, 'id'));
  version.fixed(pathIn(dialect, 'deletion_policy'), 'ABANDON');
  dialect.options.ignores(version, ['secret_data'], ['enabled']);
  return version.as(pathIn(dialect, 'secret_data'), readPlaceholder);
}

/** Reads two settings that have to agree: a secret that stays is also protected. */
function readRetention(secret: Resource, dialect: Dialect): boolean | undefined {
  const kept = dialect.options.retained(secret);
  const guarded = secret.one(pathIn(dialect, 'deletion_protection'), [true, true], [false, false]);
  return kept === guarded ? kept : undefined;
}
