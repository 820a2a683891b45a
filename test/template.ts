import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stackResources } from '../lib/cloud/aws/stack-resources';
import { templateParts } from '../lib/cloud/aws/template-limits';
import type { ResolvedArchitecture } from '../lib/model/architecture';
import { outputsOf } from '../lib/model/output';

/** What CloudFormation counts in a template. */
export interface Counted {
  /** Types of resources, sorted, each as often as it occurs. */
  readonly resources: readonly string[];
  readonly outputs: number;
  readonly mappings: number;
  /** Parameters for which a model's own value would stand. */
  readonly parameters: readonly string[];
}

/** The same as `validate` counts it, without rendering anything. */
export const estimateOf = (architecture: ResolvedArchitecture): Counted => ({
  resources: Object.values(stackResources(architecture)).flat().sort(),
  outputs: Object.keys(outputsOf(architecture)).length,
  mappings: 0,
  parameters: [],
});

/** CDK's own parameters: the network that a foundation looks up, and the version of the bootstrap stack. */
const known = ['BootstrapVersion', 'DefaultSubnetIds', 'DefaultVpcId'];

interface Template {
  readonly Resources?: Readonly<Record<string, { readonly Type: string }>>;
  readonly Outputs?: object;
  readonly Mappings?: object;
  readonly Parameters?: object;
}

/** What is in the template that was rendered into a folder, and whether its size is within the estimate. */
export function templateIn(folder: string, architecture: ResolvedArchitecture): Counted & { readonly size: string } {
  const file = readdirSync(folder).find((name) => name.endsWith('.template.json'))!;
  return counted(readFileSync(join(folder, file), 'utf8'), architecture);
}

/** What is in a template, and whether its size is within the estimate. */
export function counted(text: string, architecture: ResolvedArchitecture): Counted & { readonly size: string } {
  const { Resources = {}, Outputs = {}, Mappings = {}, Parameters = {} } = JSON.parse(text) as Template;
  const resources = Object.values(Resources).map(({ Type }) => Type.replace(/^AWS::/, ''));
  return {
    resources: resources.sort(),
    outputs: Object.keys(Outputs).length,
    mappings: Object.keys(Mappings).length,
    parameters: Object.keys(Parameters).filter((name) => !known.includes(name)),
    size: sizeOf(text, architecture),
  };
}

/** Never less than the least, also where an app leaves out the indentation, and near the usual. */
function sizeOf(text: string, architecture: ResolvedArchitecture): string {
  const parts = Object.values(templateParts(architecture, Object.values(stackResources(architecture)).flat()));
  const [least, usual] = [0, 1].map((end) => parts.reduce((sum, part) => sum + part[end]!, 0)) as [number, number];
  const [bytes, dense] = [text, JSON.stringify(JSON.parse(text))].map((one) => Buffer.byteLength(one, 'utf8'));
  const isNear = Math.abs(bytes! - usual) <= 2_000 + 0.3 * usual;
  return least <= dense! && isNear ? 'as estimated' : `${bytes} (dense ${dense}), estimated ${least} and ${usual}`;
}
