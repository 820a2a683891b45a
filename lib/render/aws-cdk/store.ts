import { attachCustomSynthesis } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { standalone, writeStored, type Stored } from '../stored';

/** Writes the architecture into the cloud assembly of an app, beside the template. */
export function store(scope: Construct, stored: Stored): void {
  if (standalone.has(scope.node.root)) return;
  attachCustomSynthesis(scope, { onSynthesize: ({ outdir }) => writeStored(outdir, scope.node.path, stored) });
}
