import { Annotations, App, Stack } from 'aws-cdk-lib';
import { defaultEnvironment } from '../model/environment';
import type { Given } from '../render/prepare';
import { ServerlessArchitecture } from '../render/aws-cdk';
import { idOf } from '../render/aws-cdk/warning';
import { standalone } from '../render/stored';
import { asPlain } from '../settings/held';
import type { SynthRequest } from './request';

/** Writes a cloud assembly that `cdk deploy --app` takes: one stack, for whatever account and region it is deployed to. */
export function synthesize({ architecture, env, stack: name, parameters, withoutCode, folder }: SynthRequest): void {
  const app = new App({
    outdir: folder,
    analyticsReporting: false,
    // Stack traces hold paths of this machine.
    context: { 'aws:cdk:disable-creation-stack-traces': true },
    treeMetadata: false,
  });
  standalone.add(app);
  const stack = new Stack(app, name);
  const { warnings } = new ServerlessArchitecture(stack, 'Architecture', {
    architecture: architecture as Given,
    env: env ?? defaultEnvironment,
    parameters: asPlain(parameters),
    withoutCode,
    exportOutputs: true,
  });
  // The command prints them, and no file of an app's holds them.
  for (const warning of warnings) Annotations.of(stack).acknowledgeWarning(idOf(warning));
  withoutValidation(() => app.synth());
}

/**
 * CDK's own validation of templates takes longer than all the rest, and only warns. It runs in every app, where people
 * see its warnings; here it runs if it is asked for.
 */
function withoutValidation(synth: () => void): void {
  const asked = process.env['CDK_VALIDATION'];
  process.env['CDK_VALIDATION'] = asked ?? 'false';
  try {
    synth();
  } finally {
    if (asked === undefined) delete process.env['CDK_VALIDATION'];
  }
}
