import { Topic } from '@pulumi/aws/sns';
import type { ResourceTransformation } from '@pulumi/pulumi';
import { ServerlessArchitecture } from '../../../lib/render/pulumi';

// An app of its own: a topic beside the architecture, and functions with more memory than it says.
const moreMemory: ResourceTransformation = ({ type, props, opts }) =>
  type === 'aws:lambda/function:Function' ? { props: { ...props, memorySize: 1024 }, opts } : undefined;

new Topic('own');
const made = new ServerlessArchitecture(
  'counter',
  { cloud: 'aws', architecture: process.env['TRIPTYCH_ARCHITECTURE']! },
  { transformations: [moreMemory] },
);

export const address = made.outputs['aFunctionUrl'];
