import { TerraformStack } from 'cdktf';
import { addCustomSynthesis } from 'cdktf/lib/synthesize/synthesizer';
import type { Construct } from 'constructs';
import { join } from 'node:path';
import { standalone, writeStored, type Stored } from '../stored';

/** Writes the architecture into the output of an app, beside the stack. Terraform reads no file of that name. */
export function store(scope: Construct, stored: Stored): void {
  if (standalone.has(scope.node.root)) return;
  addCustomSynthesis(scope, {
    onSynthesize: ({ outdir, manifest }) => {
      const { workingDirectory } = manifest.forStack(TerraformStack.of(scope));
      writeStored(join(outdir, workingDirectory), scope.node.path, stored);
    },
  });
}
