import type { Artefact } from '../artefact';
import { readTriggersOf, type ReadTriggers } from '../gcp/trigger';
import type { Resource } from '../resource';
import { dialect } from './dialect';
import { readServiceAccount } from './service-account';

/** What invokes an element at `url`, an output of its own; nothing waits for an answer longer than it may take. */
export const readTriggers = (
  element: Resource,
  url: string,
  timeoutSeconds: number | undefined,
  artefact: Artefact,
): ReadTriggers => readTriggersOf(element, url, timeoutSeconds, readServiceAccount, dialect, artefact);
