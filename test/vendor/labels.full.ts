import { isDeepStrictEqual } from 'node:util';
import { read, renderAll, type Json } from './architectures';
import { fieldsOf } from './terraform-schema';
import { resourceType } from './pulumi-types';

/* Labels are on every resource that bears them, as the engines' own bindings declare: none is left out. */

/** The labels of an architecture with tags, as Terraform and Pulumi write them. */
const labels = { team: 'shop', stage: 'test' };

/** What holds labels of users. `labels` of a notification channel, which has both, are its settings. */
const nameIn = (has: (name: string) => boolean): string | undefined =>
  ['user_labels', 'userLabels', 'labels'].find(has);

const renderings = async (target: 'gcp-cdktf' | 'gcp-pulumi'): Promise<Json> =>
  read((await renderAll(target)).get('everything')!);

test('gcp-cdktf: every resource that bears labels has them', async () => {
  const { resource } = await renderings('gcp-cdktf');
  const all = Object.entries<Json>(resource).flatMap(([type, ofType]) => {
    const name = nameIn((one) => fieldsOf(type)?.get(one)?.settable === true);
    return name === undefined ? [] : Object.entries<Json>(ofType).map(([id, body]) => [`${type}.${id}`, body[name]]);
  });
  expect(all.length).toBeGreaterThan(20);
  expect(all.filter(([, found]) => !isDeepStrictEqual(found, labels))).toEqual([]);
});

test('gcp-pulumi: every resource that bears labels has them', async () => {
  const { resources } = await renderings('gcp-pulumi');
  const all = (resources as Json[]).flatMap(({ urn, type, inputs }) => {
    const name = nameIn((one) => resourceType(type)?.inputs.has(one) === true);
    return name === undefined ? [] : [[urn, inputs[name]]];
  });
  expect(all.length).toBeGreaterThan(20);
  expect(all.filter(([, found]) => !isDeepStrictEqual(found, labels))).toEqual([]);
});
