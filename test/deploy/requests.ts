import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FunctionSpec } from '../../lib/model/function';
import { root } from '../projects/run';
import type { Case } from './cases';

/** A request and its answer: a row of an example's `requests.json`, which examples/README.md describes. */
export interface Row {
  readonly method: string;
  /** As it is sent, percent-encoded. @default '/' */
  readonly path?: string;
  /** As it is sent, percent-encoded, without the question mark. @default none */
  readonly query?: string;
  /** @default none but those that a client always sends */
  readonly headers?: Readonly<Record<string, string>>;
  /** A body that is text. @default none */
  readonly body?: string;
  /** A body that is not text, in base64. @default none */
  readonly bodyBase64?: string;
  readonly status: number;
  /** What the answer's body says, in JSON; the body itself is empty where the method is HEAD. */
  readonly answer: unknown;
}

/** An address that an architecture gives to people, and what they are to be answered there. */
export interface Address {
  /** The output that names it. */
  readonly output: string;
  /** In this order, since an answer may depend on what was asked before. */
  readonly rows: readonly Row[];
}

const languages: readonly (readonly [RegExp, string])[] = [
  [/^python/, 'Python'],
  [/^nodejs/, 'Node'],
  [/^go/, 'Go'],
  [/^dotnet/, '.NET'],
  [/^java/, 'Java'],
  [/^ruby/, 'Ruby'],
];

/**
 * What is asked of an example, where. The whole table of `requests.json` is asked at each address of a function or an
 * API that the architecture has among its outputs. `$LANGUAGE` in an answer stands for the language of the one function
 * that answers there. Empty if the example has no table.
 */
export function addressesOf({ folder, written }: Case): readonly Address[] {
  const file = join(root, folder, 'requests.json');
  if (!existsSync(file)) return [];
  const table = readFileSync(file, 'utf8');
  return Object.entries(written.outputs ?? {}).flatMap(([output, value]) => {
    const [, kind, name] = /^\$\{(functions|apis)\.([^.}]+)\.url\}$/.exec(value) ?? [];
    if (kind === undefined || name === undefined) return [];
    const answering = kind === 'functions' ? [name] : functionsBehind(name, written);
    const spoken = new Set(answering.map((one) => languageOf(written.functions![one]!)));
    const rows = JSON.parse(spoken.size === 1 ? table.replaceAll('$LANGUAGE', [...spoken][0]!) : table) as Row[];
    return [{ output, rows }];
  });
}

/** The names of the functions that an API's routes lead to. */
function functionsBehind(api: string, { apis }: Case['written']): readonly string[] {
  const routes = Object.values(apis?.[api]?.routes ?? {});
  return routes.map((route) => (typeof route === 'string' ? route : route.to).replace(/^functions\./, ''));
}

const languageOf = ({ runtime }: FunctionSpec): string => languages.find(([pattern]) => pattern.test(runtime))![1];
