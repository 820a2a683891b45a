import { readOutputs } from '../outputs';
import type { NounReaders, Reader } from '../reader';
import { readApi } from './api';
import { readBucket } from './bucket';
import type { Dialect } from './dialect';
import { readFoundation } from './foundation';
import { readFunction } from './function';
import { readQueue } from './queue';
import { lookupIn } from './reference';
import { readSecret } from './secret';
import { readService } from './service';
import { readTable } from './table';
import { readTopic } from './topic';

/** The readers of Google Cloud's artifacts, with one engine's format and dialect. */
export function gcpReader(find: Reader['find'], dialect: Dialect): Reader {
  const nouns: NounReaders = {
    functions: (name, artefact) => readFunction(name, dialect, artefact),
    services: (name, artefact) => readService(name, dialect, artefact),
    apis: (name, artefact) => readApi(name, dialect, artefact),
    queues: (name, artefact) => readQueue(name, dialect, artefact),
    topics: (name, artefact) => readTopic(name, dialect, artefact),
    buckets: (name, artefact) => readBucket(name, dialect, artefact),
    tables: (name, artefact) => readTable(name, dialect, artefact),
    secrets: (name, artefact) => readSecret(name, dialect, artefact),
  };
  return {
    find,
    foundation: (artefact) => readFoundation(dialect, artefact),
    nouns,
    outputs: (artefact) => readOutputs(artefact, 'output', ['value'], lookupIn(dialect, artefact)),
  };
}
