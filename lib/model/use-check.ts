import type { ResolvedArchitecture } from './architecture';
import { hintOf, missing, type WrittenNames } from './existence';
import { verbs, type WithUses } from './grant';
import { kinds } from './kind';
import { splitElementId, type ElementId } from './name';
import { didYouMean } from './nearest';
import type { Finding, Path } from './problem';
import type { WithEnvironment } from './text';

/** Checks the `uses` and `secrets` of functions and services. */
export function checkUses({ functions, services }: ResolvedArchitecture, written: WrittenNames): Finding[] {
  return Object.entries({ functions, services }).flatMap(([kind, elements]) =>
    Object.entries<WithUses & WithEnvironment>(elements).flatMap(([name, element]) => [
      ...Object.entries(element.uses).flatMap(([id, verb]) => checkUse([kind, name], id as ElementId, verb, written)),
      ...checkSecrets([kind, name, 'secrets'], element, written),
    ]),
  );
}

function checkUse(
  user: readonly [kind: string, name: string],
  id: ElementId,
  verb: string,
  written: WrittenNames,
): Finding[] {
  const place = { path: [...user, 'uses', id], at: 'key' } as const;
  const { kind, name } = splitElementId(id);
  const allowed: readonly string[] | undefined = Object.hasOwn(verbs, kind)
    ? verbs[kind as keyof typeof verbs]
    : undefined;
  if (!allowed) {
    const usable = Object.keys(verbs);
    const isKind = (kinds as readonly string[]).includes(kind);
    const message = isKind ? `${kind} can't be used, only ${usable.join(', ')}` : `there is no kind ${kind}`;
    return [{ ...place, message, ...hintOf(isKind ? undefined : didYouMean(kind, usable)) }];
  }
  const nowhere = missing(place, kind, name, written);
  if (nowhere.length > 0) return nowhere;
  if (id === user.join('.'))
    return [
      {
        ...place,
        message: "an element can't use itself",
        hint: 'send to a queue that triggers it',
      },
    ];
  if (allowed.includes(verb)) return [];
  const must = allowed.length === 1 ? `"${allowed[0]}"` : `one of ${allowed.join(', ')}`;
  return [{ path: place.path, message: `must be ${must}, got "${verb}"`, ...hintOf(didYouMean(verb, allowed)) }];
}

const checkSecrets = (
  path: Path,
  { secrets, environment }: WithUses & WithEnvironment,
  written: WrittenNames,
): Finding[] =>
  Object.entries(secrets).flatMap(([variable, secret]) => [
    ...missing({ path: [...path, variable] }, 'secrets', secret, written),
    ...(Object.hasOwn(environment, variable)
      ? [
          {
            path: [...path, variable],
            at: 'key' as const,
            message: 'is also defined in environment',
            hint: 'keep one of them',
          },
        ]
      : []),
  ]);
