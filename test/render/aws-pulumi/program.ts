import { ComponentResource } from '@pulumi/pulumi';
import type { AwsPlan } from '../../../lib/cloud/aws/architecture';
import { recordInProcess } from '../../../lib/synth/pulumi/in-process';
import type { RecordedResource, Recording } from '../../../lib/synth/pulumi/recording';
import { renderArchitecture } from '../../../lib/render/aws-pulumi/architecture';
import { placeOf } from '../../../lib/render/aws-pulumi/where';

export interface Recorded extends Recording {
  /** The resources of a type, by name. */
  ofType(type: string): Record<string, RecordedResource>;
}

/** What a program with nothing but a plan registers. */
export async function record(plan: AwsPlan, name = 'shop'): Promise<Recorded> {
  const program = () => {
    const component = new ComponentResource('triptych:aws:ServerlessArchitecture', name);
    renderArchitecture(component, name, plan, placeOf(component).where);
  };
  const recording = await recordInProcess(program, { project: 'shop', stack: 'dev', keepFile: (file) => file });
  return {
    ...recording,
    ofType: (type) =>
      Object.fromEntries(
        recording.resources
          .filter((resource) => resource.type === `aws:${type}`)
          .map((resource) => [resource.name, resource]),
      ),
  };
}
