import { kinds, type Kind } from '../lib/model/kind';
import type { Target } from '../lib/model/target';
import { rules } from '../lib/support/judge';

/** The reasons for which a target refuses values of an element's field, as the table of what is supported says. */
export function reasonsFor(path: string, target: Target): string[] {
  const [kind = '', , ...rest] = path.split('.');
  const field = kinds.includes(kind as Kind) ? [kind, ...rest].join('.') : path;
  return Object.values(rules)
    .flatMap((ofKind): { path: string; is: string; on: readonly Target[]; reason: string }[] => [...ofKind])
    .filter((rule) => rule.path === field && rule.is === 'refused' && rule.on.includes(target))
    .map(({ reason }) => reason);
}
