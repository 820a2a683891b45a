import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openArtefact } from '../../lib/readback/read';
import { cloudOf, type Cloud, type Target } from '../../lib/model/target';
import { render } from '../rendering';
import type { Case } from './cases';

const everything = readFileSync(join(__dirname, '../vendor/existing.yaml'), 'utf8');

const elements = everything.slice(everything.indexOf('\ntables:'), everything.indexOf('\noutputs:'));

/** Only the elements that something else owns. */
const alone = `name: guest\n${elements.replaceAll(/^ {2}(?:own|dead): .*\n/gm, '')}`;

const code = 'runtime: nodejs22, code: code, handler: index.handler';
const withFunction = (fields: string): string => `${alone}\nfunctions: { f: { ${code}, ${fields} } }`;

/** Elements that something else owns. */
export const existing: readonly Case[] = [
  { name: 'all kinds of existing elements, used in every way', text: everything },
  { name: 'existing elements that nothing uses', text: alone },
  {
    name: 'an existing queue with a consumer',
    text: withFunction('triggers: [{ queue: jobs, batchSize: 20 }]'),
    refused: { gcp: ['functions.f.triggers'] },
  },
  {
    name: 'an existing queue for dead letters',
    text: withFunction('triggers: [{ topic: events }], retry: { deadLetter: jobs }').replace('jobs.fifo', 'jobs'),
    refused: { aws: ['functions.f.retry.deadLetter'], gcp: ['functions.f.retry.deadLetter'] },
  },
  {
    name: 'an existing topic for alarms',
    text: `${alone}\nalarms: { notify: events }`,
    refused: { aws: ['alarms.notify'], gcp: ['alarms.notify'] },
  },
];

/** The only resources that a program with existing elements alone may have: what enables Google's APIs. */
const allowed: Readonly<Record<Cloud, RegExp>> = {
  aws: /^AWS::CDK::Metadata$/,
  gcp: /^(?:google_project_service|gcp:projects\/service:Service)$/,
};

/** Existing elements leave no resource in an artifact, so that no deployment changes or deletes them. */
export function createsNothing(target: Target): void {
  test('existing elements alone create nothing', async () => {
    const { folder } = await render({ text: alone }, target);
    const types = openArtefact(folder, target)
      .resources.map(({ type }) => type)
      .filter((type) => !allowed[cloudOf(target)].test(type));
    expect(types).toEqual([]);
  });
}
