import { gcpReader } from '../gcp/reader';
import { readTerraform } from '../terraform';
import { dialect } from './dialect';

export const reader = gcpReader(readTerraform, dialect);
