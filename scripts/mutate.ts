import { join } from 'node:path';
import { verifyFresh } from '../lib/cli/verify';
import type { Target } from '../lib/model/target';
import { sweep } from './sweep';

// Changes all that the artefacts of the examples hold, one thing at a time, and tells which changes nobody sees:
// npm run mutate [-- FILE…]
const files = process.argv.slice(2);
const unasked: readonly Asked[] = [
  { file: 'examples/web/architecture.yaml' },
  { file: 'examples/polyglot/architecture.yaml' },
  { file: 'examples/provisioned/architecture.yaml' },
  { file: 'examples/provisioned/architecture.node.yaml' },
  // Larger than all others together: one engine of each cloud, unless they are asked for by name.
  { file: 'examples/orders/architecture.yaml', targets: ['aws-pulumi', 'gcp-pulumi'] },
  { file: 'examples/shop/architecture.yaml', targets: ['aws-cdk', 'gcp-cdktf'] },
  { file: 'examples/shop/architecture.warming.yaml' },
  { file: 'test/vendor/everything.yaml', targets: ['aws-cdk', 'gcp-cdktf'] },
  { file: 'test/vendor/refused-on-aws.yaml' },
];
const asked = files.length > 0 ? files.map((file): Asked => ({ file })) : unasked;

interface Asked {
  readonly file: string;
  /** @default those of the architecture */
  readonly targets?: readonly Target[];
}

async function mutate(): Promise<void> {
  let [made, bad] = [0, 0];
  for (const { file, targets = [] } of asked) {
    const flags = { targets: [...targets], params: [], withoutCode: true, json: false };
    await verifyFresh(file, flags, (readings, folder) => {
      for (const { target, expected } of readings) {
        const { counts, overlooked, misplaced } = sweep({ target, folder: join(folder, target), expected });
        const count = Object.values(counts).reduce((sum, one) => sum + one, 0);
        console.log(
          `${file} on ${target}: ${count} changes, ${overlooked.length} overlooked, ${misplaced.length} elsewhere`,
        );
        for (const at of overlooked) console.log(`  overlooked: ${at}`);
        for (const at of misplaced) console.log(`  elsewhere: ${at}`);
        made += count;
        bad += overlooked.length + misplaced.length;
      }
    });
  }
  console.log(`${made} changes, ${bad} not seen where they were made`);
  process.exitCode = bad > 0 ? 1 : 0;
}

void mutate();
