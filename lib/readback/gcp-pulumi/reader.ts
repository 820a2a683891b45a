import { gcpReader } from '../gcp/reader';
import { readPulumi } from '../pulumi';
import { dialect } from './dialect';

export const reader = gcpReader(readPulumi, dialect);
