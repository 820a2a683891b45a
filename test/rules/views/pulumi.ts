import { cloudOf, type Target } from '../../../lib/model/target';
import { refer } from '../reference';
import { Resource, View } from '../view';
import { dataTypes, names, types } from './pulumi-words';

type Json = Record<string, unknown>;

interface Registration {
  readonly urn: string;
  readonly type: string;
  readonly custom: boolean;
  readonly inputs: Json;
  readonly dependencies?: readonly string[];
  readonly options?: Json;
}

interface Recording {
  readonly resources: readonly Registration[];
  readonly invokes: readonly { readonly id: string; readonly token: string; readonly args: Json }[];
}

/** Texts of JSON that other engines write as objects: they are read as such. */
function read(text: string): unknown {
  if (!/^[[{]/.test(text)) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function plain(value: unknown, isInside = false): unknown {
  if (typeof value === 'string') return isInside ? value : read(value);
  if (Array.isArray(value)) return value.map((one) => plain(one));
  if (typeof value !== 'object' || value === null) return value;
  const { $ref: pointer, $join: parts, $secret: secret } = value as Json;
  if (pointer !== undefined) {
    const { urn, invoke, config, path } = pointer as Record<string, string> & { path: readonly string[] };
    return config === undefined
      ? refer(urn ?? invoke ?? '', path.join('.'))
      : refer(
          '',
          config
            .split(':')
            .at(-1)!
            .concat(path.length > 0 ? `.${path.join('.')}` : ''),
        );
  }
  if (parts !== undefined) return read((parts as unknown[]).map((one) => plain(one, true)).join(''));
  if (secret !== undefined) return plain(secret);
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, plain(one)]));
}

/** What a program registered, and what it looked up. Components are left out: no cloud sees them. */
export function viewPulumi(target: Target, { resources, invokes }: Recording): View {
  const made = resources
    .filter(({ custom }) => custom)
    .map(({ urn, type, inputs, dependencies = [], options = {} }) => {
      const ids = new Set([...dependencies, ...((options['dependsOn'] ?? []) as string[])]);
      const word = types[type] ?? type;
      return new Resource(urn, word, plain(inputs) as Json, [...ids], names[word], options);
    });
  const lookedUp = invokes.map(
    ({ id, token, args }) => new Resource(id, dataTypes[token] ?? `data.${token}`, plain(args) as Json, []),
  );
  return new View(target, cloudOf(target), [...made, ...lookedUp]);
}
