import { stringify } from 'yaml';
import type { Target } from '../../lib/model/target';
import { Editable, type Json } from '../mutation/artefact';
import { render } from '../rendering';

/** The resources of one element of a rendered architecture, by their names within it, as the engine writes them. */
export async function resourcesOf(text: string, target: Target, id: string): Promise<Record<string, Json>> {
  const artefact = new Editable(await render({ text }, target)).original();
  const [kind, name] = id.split('.');
  const found = [...resourcesIn(target, artefact)].filter(([place]) => place.startsWith(`${kind}/${name}/`));
  return Object.fromEntries(found.map(([place, resource]) => [place.slice(`${kind}/${name}/`.length), resource]));
}

/** Resources as YAML, without what changes with the bytes of an archive. */
export const shown = (resources: Record<string, Json>): string =>
  stringify(shortened(resources), { lineWidth: 0, aliasDuplicateObjects: false })
    .replace(/\b[0-9a-f]{64}\b/g, '<sha256>')
    .replace(/(CurrentVersion[0-9A-F]{8})[0-9a-f]{32}/g, '$1<hash>')
    .replace(/urn:pulumi:dev::shop::\S*::/g, '…::');

/** Pulumi's references as `<name.attribute>`. */
function shortened(value: Json): Json {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(shortened);
  if (!value.$ref) return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, shortened(child)]));
  const { urn = '', config = '', path } = value.$ref;
  return `<${[urn.slice(urn.lastIndexOf('::') + 2) || config, ...path].join('.')}>`;
}

/** Every resource of a rendered architecture named `shop`, by its place: kind, element and name within it. */
export function* resourcesIn(target: Target, artefact: Json): Generator<[string, Json]> {
  if (target === 'aws-cdk')
    for (const { Metadata, ...resource } of Object.values<Json>(artefact.Resources))
      yield [Metadata['aws:cdk:path'].replace('shop/Architecture/', '').replace(/\/Resource$/, ''), resource];
  else if (target === 'gcp-cdktf')
    for (const [type, bodies] of Object.entries<Json>(artefact.resource))
      for (const { '//': comment, ...resource } of Object.values<Json>(bodies))
        yield [comment.metadata.path.replace('shop/Architecture/', ''), { type, ...resource }];
  else
    for (const { parent, urn, type, name, custom, inputs, options } of artefact.resources) {
      if (!custom) continue;
      const [, component = '', element = ''] = /(\w+)::shop-([^:]+)$/.exec(parent) ?? [];
      const place = `${component.toLowerCase()}s/${element}/${name.slice(`shop-${element}-`.length)}`;
      const bare = Object.keys(options).length > 0 ? { type, inputs, options } : { type, inputs };
      if (urn) yield [place, bare];
    }
}
