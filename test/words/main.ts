// Prints every offence against plain English: npx tsx test/words/main.ts [file or folder]…
import { filesWithTexts, offencesIn } from './offences';

const asked = process.argv.slice(2);
const files = filesWithTexts().filter((file) => asked.length === 0 || asked.some((place) => file.startsWith(place)));
const offences = files.flatMap(offencesIn);
for (const offence of offences) console.log(offence);
process.exitCode = offences.length > 0 ? 1 : 0;
