import { readFileSync } from 'node:fs';
import type { Target } from '../../lib/model/target';
import { viewTemplate } from './views/cloudformation';
import { viewPulumi } from './views/pulumi';
import { viewTerraform } from './views/terraform';
import type { View } from './view';

/** An artifact of a target, in the words of its cloud: a new view each time, which a counter-case may change. */
export const viewOf: Readonly<Record<Target, (artifact: string) => View>> = {
  'aws-cdk': (artifact) => viewTemplate(JSON.parse(artifact)),
  'gcp-cdktf': (artifact) => viewTerraform(JSON.parse(artifact)),
  'aws-pulumi': (artifact) => viewPulumi('aws-pulumi', JSON.parse(artifact)),
  'gcp-pulumi': (artifact) => viewPulumi('gcp-pulumi', JSON.parse(artifact)),
};

/** The view of an artifact's file. */
export const viewFile = (target: Target, file: string): View => viewOf[target](readFileSync(file, 'utf8'));
