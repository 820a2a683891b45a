import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** The result of an invoke, as references to that result. */
export interface AnswerRefs {
  /** The text that stands for the part of the answer at `path`. */
  ref(...path: string[]): string;
  /** The texts that stand for the elements of a list; `length` says how many a program can tell apart. */
  refList(path: readonly string[], length?: number): string[];
}

/** Answers one invoke from its arguments. */
export type Answer = (args: Readonly<Record<string, unknown>>, refs: AnswerRefs) => Record<string, unknown>;

/** Zones are picked by index, so that a program must see several; it always sees three. */
const zones: Answer = (_, { ref, refList }) => ({
  id: ref('id'),
  region: ref('region'),
  names: refList(['names'], 3),
  zoneIds: refList(['zoneIds'], 3),
  groupNames: refList(['groupNames'], 3),
});

const answers: Readonly<Record<string, Answer>> = { 'aws:index/getAvailabilityZones:getAvailabilityZones': zones };

/**
 * Answers an invoke: with its arguments, and with references for the other fields of the result's type in its SDK.
 * `undefined` if no SDK declares it. Nothing is secret: providers bridged from Terraform, such as aws and gcp, answer
 * in plain text.
 */
export function answerTo(token: string, folder: string): Answer | undefined {
  const known = answers[token];
  if (known) return known;
  const declared = declaredResult(token, folder);
  if (!declared) return undefined;
  return (args, { ref, refList }) => {
    const value = ({ name, list }: Property) => args[name] ?? (list ? refList([name]) : ref(name));
    return Object.fromEntries(declared.map((property) => [property.name, value(property)]));
  };
}

interface Property {
  readonly name: string;
  readonly list: boolean;
}

/** The properties of an invoke's result, from the declarations that ship with every generated SDK. */
function declaredResult(token: string, folder: string): Property[] | undefined {
  const [, packageName, module, name] = /^([\w-]+):([\w/-]+)\/\w+:(\w+)$/.exec(token) ?? [];
  if (!packageName || !module || !name) return undefined;
  const file = join(`@pulumi/${packageName}`, module === 'index' ? '' : module, `${name}.d.ts`);
  const text = readFrom(folder, file) ?? readFrom(__dirname, file);
  const start = text?.search(/export interface \w+Result \{/) ?? -1;
  if (!text || start < 0) return undefined;
  const body = text.slice(start, text.indexOf('\n}', start));
  const properties = body.matchAll(/^ {4}readonly (\w+)\??: ([^;{]*)/gm);
  return Array.from(properties, ([, property, type]) => ({ name: property!, list: /\[\]$/.test(type!) }));
}

function readFrom(folder: string, file: string): string | undefined {
  try {
    return readFileSync(createRequire(join(folder, 'index.js')).resolve(file), 'utf8');
  } catch {
    return undefined;
  }
}
