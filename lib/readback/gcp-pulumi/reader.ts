import { gcpReader } from '../gcp/reader';
import { findInRecording } from '../pulumi';
import { dialect } from './dialect';

export const reader = gcpReader(findInRecording, dialect);
