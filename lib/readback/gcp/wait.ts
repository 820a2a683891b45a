import type { Artefact } from '../artefact';
import type { Resource } from '../resource';
import { pathIn, type Dialect } from './dialect';
import { readNeeds } from './needs';

/** The foundation's wait before roles for service agents, or before the first build. */
export const waitBefore = (name: 'agents' | 'build', dialect: Dialect, artefact: Artefact): Resource | undefined =>
  artefact.parts('foundation', dialect.types.wait).find(({ local }) => local === dialect.part(`${name}-wait`));

/**
 * Reads that a wait is long enough, that it follows these Google services and these other resources, and that it starts
 * again when one of these values changes.
 */
export function isWait(
  wait: Resource,
  since: Readonly<Record<string, unknown>>,
  services: readonly string[],
  others: readonly Resource[],
  dialect: Dialect,
  artefact: Artefact,
): boolean {
  const needs = services.map((service) => `${service}.googleapis.com`).sort();
  return [
    wait.fixed(pathIn(dialect, 'create_duration'), '120s'),
    wait.fixed(pathIn(dialect, 'triggers'), since),
    readNeeds(wait, dialect, artefact, others)?.join() === needs.join(),
  ].every(Boolean);
}

/** Reads that a role for a service agent follows the wait for agents, and nothing else. */
export function followsAgents(grant: Resource, dialect: Dialect, artefact: Artefact): boolean {
  const wait = waitBefore('agents', dialect, artefact);
  return wait !== undefined && readNeeds(grant, dialect, artefact, [wait])?.length === 0;
}
