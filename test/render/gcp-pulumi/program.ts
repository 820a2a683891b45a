import { ComponentResource } from '@pulumi/pulumi';
import type { GcpPlan } from '../../../lib/cloud/gcp/architecture';
import { recordInProcess } from '../../../lib/synth/pulumi/in-process';
import type { RecordedResource, Recording } from '../../../lib/synth/pulumi/recording';
import { renderArchitecture, type RenderedArchitecture } from '../../../lib/render/gcp-pulumi/architecture';
import { placeOf } from '../../../lib/render/gcp-pulumi/where';

export interface Recorded extends Recording {
  readonly rendered: RenderedArchitecture;
  /** The resources of a type, by name. */
  ofType(type: string): Record<string, RecordedResource>;
}

/** What a program with nothing but a plan registers. */
export async function record(plan: GcpPlan): Promise<Recorded> {
  let rendered!: RenderedArchitecture;
  const program = () => {
    const parent = new ComponentResource('triptych:gcp:ServerlessArchitecture', 'shop');
    rendered = renderArchitecture(parent, 'shop', plan, placeOf(parent, {}).where);
  };
  const recording = await recordInProcess(program, {
    project: 'shop',
    stack: 'dev',
    keepFile: (file) => file,
  });
  return {
    ...recording,
    rendered,
    ofType: (type) =>
      Object.fromEntries(
        recording.resources
          .filter((resource) => resource.type === `gcp:${type}`)
          .map((resource) => [resource.name, resource]),
      ),
  };
}
