import { join } from 'node:path';
import { verifyFresh } from '../lib/cli/verify';
import { sweep } from './sweep';

// Changes all that the artefacts of the examples hold, one thing at a time, and tells which changes nobody sees:
// npm run mutate [-- FILE…]
const files = process.argv.slice(2);
const examples = ['web', 'polyglot', 'provisioned'].map((name) => `examples/${name}/architecture.yaml`);
const everything = [
  'examples/provisioned/architecture.node.yaml',
  'test/vendor/everything.yaml',
  'test/vendor/refused-on-aws.yaml',
];
const asked = files.length > 0 ? files : [...examples, ...everything];

async function mutate(): Promise<void> {
  let [made, bad] = [0, 0];
  for (const file of asked) {
    const flags = { targets: [], params: [], withoutCode: true, json: false };
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
