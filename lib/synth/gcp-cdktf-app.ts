import { Manifest, TerraformStack, type App } from 'cdktf';

/**
 * Writes the stacks of an app to a folder, as `App.synth` writes them to the app's own, with or without validations.
 * @throws Error of the app's own validations
 */
export function synthesizeInto(app: App, outdir: string): void {
  const manifest = new Manifest(app.manifest.version, outdir, false);
  const stacks = app.node.findAll().filter((one): one is TerraformStack => TerraformStack.isStack(one));
  for (const stack of stacks) stack.prepareStack();
  for (const stack of stacks) stack.synthesizer.synthesize({ outdir, manifest, skipValidation: app.skipValidation });
  manifest.writeToFile();
}
