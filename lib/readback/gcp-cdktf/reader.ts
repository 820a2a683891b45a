import { gcpReader } from '../gcp/reader';
import { findInOutput } from '../terraform';
import { dialect } from './dialect';

export const reader = gcpReader(findInOutput, dialect);
