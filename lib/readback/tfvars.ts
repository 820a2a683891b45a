import { parseJson } from './json';
import { isObject } from './resource';

/**
 * One piece of a `.tfvars` file: space, a comment, or an assignment of a text without a template, a number or a boolean,
 * which ends with its line.
 */
const piece =
  /[ \t\r\n]+|#.*|\/\/.*|\/\*[^]*?\*\/|([A-Za-z_][\w-]*)[ \t]*=[ \t]*("(?:[^"\\\n$%]|\\.|[$%](?!\{))*"|-?\d[\d.]*|true|false)(?=[ \t]*(?:\r?\n|$|#|\/\/))/y;

/**
 * Reads which variables a file of values for Terraform sets.
 * @returns undefined for a file in which it isn't plain: one variable twice, a list, a map, a template
 */
export const variablesIn = (text: string, format: 'hcl' | 'json'): readonly string[] | undefined =>
  format === 'json' ? fromJson(text) : fromHcl(text.replace(/^\uFEFF/, ''));

function fromJson(text: string): readonly string[] | undefined {
  const values = parseJson(text);
  return isObject(values) && !Array.isArray(values) && Object.values(values).every(isPlain)
    ? Object.keys(values)
    : undefined;
}

const isPlain = (value: unknown): boolean => ['string', 'number', 'boolean'].includes(typeof value);

function fromHcl(text: string): readonly string[] | undefined {
  const names: string[] = [];
  piece.lastIndex = 0;
  while (piece.lastIndex < text.length) {
    const found = piece.exec(text);
    if (!found || (found[1] !== undefined && names.includes(found[1]))) return undefined;
    if (found[1] !== undefined) names.push(found[1]);
  }
  return names;
}
