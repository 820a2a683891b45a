import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { targets, type Target } from '../../lib/model/target';
import { fileOf } from '../artefact-file';
import { exampleFiles, examplesFolder } from '../example-files';
import { render, type Written } from '../rendering';

/** Every architecture that the vendors' rules are held against: those of all examples, and of all that there is. */
export const architectures: Readonly<Record<string, Written>> = {
  ...Object.fromEntries(exampleFiles.map((file) => [file, example(readFileSync(join(examplesFolder, file), 'utf8'))])),
  everything: { text: readFileSync(join(__dirname, 'everything.yaml'), 'utf8') },
  'existing elements': { text: readFileSync(join(__dirname, 'existing.yaml'), 'utf8') },
  'existing network': { text: readFileSync(join(__dirname, 'existing-network.yaml'), 'utf8') },
  'own network': { text: readFileSync(join(__dirname, 'own-network.yaml'), 'utf8') },
  'refused on AWS': { text: readFileSync(join(__dirname, 'refused-on-aws.yaml'), 'utf8') },
};

/** An example, with a value for each number that it leaves open. */
function example(text: string): Written {
  const { parameters = {} } = parse(text) as { parameters?: Record<string, { type: string; default?: unknown }> };
  const open = Object.entries(parameters).filter(
    ([, { type, default: value }]) => type === 'number' && value === undefined,
  );
  return { text, parameters: Object.fromEntries(open.map(([name]) => [name, 5])) };
}

/** JSON as an artefact holds it, open to edits. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- an edit reaches into what it knows, and fails where it doesn't
export type Json = any;

/** The names of the architectures that are for a target. */
export const namesOn = (target: Target): string[] =>
  Object.keys(architectures).filter((name) => {
    const { targets: own = targets } = parse(architectures[name]!.text) as { targets?: readonly Target[] };
    return own.includes(target);
  });

/** Where the artefacts of all these architectures lie that are for a target, by the architectures' names. */
export async function renderAll(target: Target): Promise<Map<string, string>> {
  const rendered = new Map<string, string>();
  for (const name of namesOn(target)) {
    const { folder: place, resolved } = await render(architectures[name]!, target);
    rendered.set(name, join(place, fileOf[target](resolved.architecture.name)));
  }
  return rendered;
}

/** An artefact, a copy each time. */
export const read = (file: string): Json => JSON.parse(readFileSync(file, 'utf8'));

/** An artefact in which a property has another name wherever it stands, as if targets and readers agreed on that. */
export const renamed = (artefact: Json, from: string, to: string): Json =>
  JSON.parse(JSON.stringify(artefact).replaceAll(`"${from}":`, `"${to}":`));
