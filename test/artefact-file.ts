import { join } from 'node:path';
import type { Target } from '../lib/model/target';

/** The file in a target's folder that says what is deployed. */
export const fileOf: Readonly<Record<Target, (architecture: string) => string>> = {
  'aws-cdk': (architecture) => `${architecture}.template.json`,
  'gcp-cdktf': (architecture) => join('stacks', architecture, 'cdk.tf.json'),
  'aws-pulumi': () => 'resources.json',
  'gcp-pulumi': () => 'resources.json',
};
