import type { ResolvedArchitecture } from '../../lib/model/architecture';
import { cloudOf, type Cloud, type Target } from '../../lib/model/target';
import type { Json } from '../mutation/artefact';
import { grantsOnAws } from './aws';
import { needsOnAws } from './aws-needs';
import { grantsOnGcp } from './gcp';
import { needsOnGcp } from './gcp-needs';
import type { Need } from './needs';

/** What an artefact allows, by nothing but what it says. */
export const allowedBy = (target: Target, artefact: Json): string[] =>
  target === 'aws-cdk' || target === 'aws-pulumi' ? grantsOnAws(target, artefact) : grantsOnGcp(target, artefact);

const needsOn = { aws: needsOnAws, gcp: needsOnGcp } satisfies Record<Cloud, unknown>;

/** What the model asks for, and nothing else. */
export const neededBy = (target: Target, architecture: ResolvedArchitecture): Need[] => [
  ...needsOn[cloudOf(target)](architecture),
];

/** Where what is allowed isn't what is needed. */
export function unequal(allowed: readonly string[], needed: readonly Need[]): string[] {
  const [has, needs] = [new Set(allowed), new Set(needed.map(([, line]) => line))];
  return [
    ...[...has].filter((line) => !needs.has(line)).map((line) => `for no reason: ${line}`),
    ...[...needs].filter((line) => !has.has(line)).map((line) => `missing: ${line}`),
  ];
}
