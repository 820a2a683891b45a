import { basename } from 'node:path';
import { report, type Reading } from '../equivalence/report';
import { partInNames } from '../model/environment';
import type { Resolved } from '../model/resolve';
import { findArchitectures, readFound } from '../readback/read';
import type { Found } from '../readback/found';
import { knownEnvironment } from '../settings/chosen';
import { choose } from './choose';
import { engineValueSource } from './engine-values';
import type { Place } from './from';
import { openArchitecture } from './open';
import { OptionError } from './option-error';
import { readingOf } from './read-all';
import { openStored } from './stored';
import type { Request, Verified } from './verify';

/**
 * Compares the architectures of an app: those with the name of a given one with that, or each with the one that the app
 * stored beside its artifacts.
 * @throws ArtefactError if there is none, or the artifacts can't be read
 */
export function verifyApp(from: string, { target, folder }: Place, request: Request): Verified {
  const { architecture, load, source, parameters, path, env } = request;
  const found = findArchitectures(folder, target, 'app');
  const open = (of: readonly Found[], stamped: string | undefined): Resolved | undefined =>
    architecture === undefined
      ? undefined
      : openArchitecture(architecture, [source, engineValueSource(target, of)], {
          targets: [target],
          ...(load && { load }),
          env: knownEnvironment(stamped, 'the stamp'),
        });
  const asked = env && (partInNames(env) ?? null);
  const inEnvironment = found.filter((one) => asked === undefined || (one.env ?? null) === asked);
  const given = open(found, (inEnvironment[0] ?? found[0])?.env);
  const [name] = Object.keys(parameters);
  if (given === undefined && name !== undefined)
    throw new OptionError(
      'param',
      `${name}=${String(parameters[name])}: the stored architecture has its own values; name the FILE`,
    );
  const wanted = {
    from,
    ...(given && { name: given.architecture.name }),
    ...(path !== undefined && { path }),
    ...(asked !== undefined && { env: asked }),
  };
  const chosen = choose(found, wanted);
  const compared = chosen.map((one): { resolved: Resolved; reading: Reading } => {
    const resolved = found.length === 1 ? given : open([one], one.env);
    const opened = resolved ? { resolved } : openStored(one, target, from);
    const reading = readingOf(opened.resolved, { target }, readFound(one, target, 'app'), true);
    const at = {
      path: one.path,
      stack: one.stack,
      ...('stored' in opened && { stored: basename(opened.stored.from) }),
    };
    return { resolved: opened.resolved, reading: { ...reading, at } };
  });
  const readings = compared.map(({ reading }) => reading);
  return {
    resolved: compared[0]!.resolved,
    readings,
    compared: report(readings),
    withoutCode: {},
    others: found.filter((one) => !chosen.includes(one)),
  };
}
