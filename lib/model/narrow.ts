import type { ResolvedArchitecture } from './architecture';
import { didYouMean } from './nearest';
import type { Finding } from './problem';
import type { Reading } from './reading';
import type { Target } from './target';

/**
 * The targets that are left of an architecture's own: those that are asked for, and known. `[aws-cdk, aws-tf]` leaves
 * `aws-cdk`: what other targets refuse says nothing about the one that was meant.
 */
export function narrow(
  architecture: ResolvedArchitecture,
  asked: readonly Target[],
  reading: Reading,
): readonly Target[] {
  const isUnknown = reading.isOpen(['targets']);
  const known = isUnknown ? [] : architecture.targets.filter((_, index) => !reading.isOpen(['targets', index]));
  if (asked.length === 0) return known;
  if (isUnknown) return asked;
  const mayBeAny = known.length < architecture.targets.length;
  if (!mayBeAny)
    reading.add(asked.filter((target) => !known.includes(target)).map((target) => notAmong(target, known)));
  return known.filter((target) => asked.includes(target));
}

const notAmong = (target: Target, known: readonly Target[]): Finding => ({
  path: ['targets'],
  message: `${target} is not among the architecture's targets`,
  hint: didYouMean(target, known) ?? `known targets: ${known.join(', ')}`,
});
