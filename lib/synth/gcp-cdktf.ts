import { App, LocalBackend, TerraformStack, TerraformVariable } from 'cdktf';
import { GoogleProvider } from '@cdktf/provider-google/lib/provider';
import { defaultEnvironment } from '../model/environment';
import type { Given } from '../render/prepare';
import { ServerlessArchitecture } from '../render/gcp-cdktf';
import { standalone } from '../render/stored';
import { withoutAnnotations } from '../render/gcp-cdktf/annotate';
import { asPlain } from '../settings/held';
import type { SynthRequest } from './request';

/** Writes a stack that `terraform init` takes; its project and region are variables. */
export function synthesize({ architecture, env, stack: name, parameters, withoutCode, folder }: SynthRequest): void {
  const app = new App({ outdir: folder, context: withoutAnnotations });
  standalone.add(app);
  const stack = new TerraformStack(app, name);
  // CDKTF's own default holds a path of this machine.
  new LocalBackend(stack, { path: `terraform.${name}.tfstate` });
  const project = new TerraformVariable(stack, 'project', { type: 'string', nullable: false });
  const region = new TerraformVariable(stack, 'region', { type: 'string', nullable: false });
  new GoogleProvider(stack, 'google', { project: project.stringValue, region: region.stringValue });
  const props = {
    architecture: architecture as Given,
    env: env ?? defaultEnvironment,
    parameters: asPlain(parameters),
    withoutCode,
    project: project.stringValue,
    region: region.stringValue,
    exportOutputs: true,
  };
  ServerlessArchitecture.addProviders(stack, props);
  new ServerlessArchitecture(stack, 'Architecture', props);
  app.synth();
}
