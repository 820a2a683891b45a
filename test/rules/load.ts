import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { cloudOf, type Cloud, type Target } from '../../lib/model/target';
import type { Rule } from './rule';

/** The rules of each cloud, by the names of their files. */
export const rules: Readonly<Record<Cloud, ReadonlyMap<string, Rule>>> = { aws: load('aws'), gcp: load('gcp') };

function load(cloud: Cloud): ReadonlyMap<string, Rule> {
  const names = readdirSync(join(__dirname, cloud)).map((file) => file.replace(/\.ts$/, ''));
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- a rule is one file, and no list of them can lag behind
  return new Map(names.sort().map((name) => [name, (require(`./${cloud}/${name}`) as { rule: Rule }).rule]));
}

/** The rules that a target's artifacts are held to. */
export const rulesFor = (target: Target): [string, Rule][] =>
  [...rules[cloudOf(target)]].filter(([, { on }]) => !on || on.includes(target));
