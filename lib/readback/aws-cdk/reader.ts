import { readCloudFormation } from '../cloudformation';
import { readOutputs } from '../outputs';
import type { Reader } from '../read';
import { readApi } from './api';
import { readFoundation } from './foundation';
import { readFunction } from './function';
import { lookupIn } from './reference';
import { readWithoutCode } from './refusal';
import { readService } from './service';
import { readTable } from './table';

export const reader: Reader = {
  open: readCloudFormation,
  foundation: readFoundation,
  functions: readFunction,
  services: readService,
  apis: readApi,
  tables: readTable,
  outputs: (artefact) => readOutputs(artefact, 'Output', ['Value'], lookupIn(artefact)),
  withoutCode: readWithoutCode,
};
