import type { QueueFact } from '../../facts/queue';
import type { Artefact } from '../artefact';
import { readQueueOf } from '../gcp/queue';
import { dialect } from './dialect';

export const readQueue = (name: string, artefact: Artefact): Partial<QueueFact> | undefined =>
  readQueueOf(`queues.${name}`, dialect, artefact);
