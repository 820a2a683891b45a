// Writes the identities of all examples into the file that people review: npm run identities
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../projects/run';
import { identitiesOfExamples } from './identities';
import { lostIn, reviewed, tell, unnamed, type Kept } from './review';

const file = join(__dirname, 'identities.json');

async function main(): Promise<void> {
  const kept: Kept = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { examples: {}, gone: {} };
  const changelog = readFileSync(join(root, 'CHANGELOG.md'), 'utf8');
  const now = await identitiesOfExamples();
  const lost = lostIn(kept.examples, now);
  for (const one of lost) console.log(tell(one));
  const missing = unnamed(lost, changelog);
  if (missing.length > 0) {
    console.error(
      `\nnothing was written: CHANGELOG.md must name, in its newest version, what people lose by this change:\n` +
        missing.map(({ id, loss }) => `- \`${id}\`: ${loss}`).join('\n'),
    );
    process.exitCode = 1;
    return;
  }
  writeFileSync(file, `${JSON.stringify(reviewed(kept, now, changelog), null, 2)}\n`);
}

void main();
