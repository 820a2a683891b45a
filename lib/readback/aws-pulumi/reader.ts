import { findInRecording } from '../pulumi';
import { readApi } from '../aws/api';
import { readOutputs } from '../outputs';
import type { Reader } from '../reader';
import { readBucket } from './bucket';
import { dialect } from './dialect';
import { readFoundation } from './foundation';
import { readFunction } from './function';
import { lookupIn } from './reference';
import { readQueue } from './queue';
import { readSecret } from './secret';
import { readService } from './service';
import { readTable } from './table';
import { readTopic } from './topic';

export const reader: Reader = {
  find: findInRecording,
  foundation: readFoundation,
  nouns: {
    functions: readFunction,
    services: readService,
    apis: (name, artefact) => readApi(name, dialect, artefact),
    queues: readQueue,
    topics: readTopic,
    buckets: readBucket,
    tables: readTable,
    secrets: readSecret,
  },
  outputs: (artefact) => readOutputs(artefact, 'output', ['value'], lookupIn(artefact)),
};
