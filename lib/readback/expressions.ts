import { Expression, Join, Pointer } from './made';
import { isObject } from './resource';

/**
 * Replaces the references in a Terraform value by pointers: `${type.id.attribute}` becomes a pointer, and a text with
 * several pieces a join of them. `$${` and `%%{` are unescaped, `${"word"}` and `${"$"}` unquoted. Every other
 * expression becomes a map with its text.
 */
export function resolveExpressions(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(resolveExpressions);
  if (typeof value === 'string') return resolveText(value);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, resolveExpressions(child)]));
}

function resolveText(text: string): unknown {
  const pieces: unknown[] = [];
  let literal = '';
  let index = 0;
  while (index < text.length) {
    if (text.startsWith('$${', index) || text.startsWith('%%{', index)) {
      literal += text.slice(index + 1, index + 3);
      index += 3;
    } else if (text.startsWith('${', index) || text.startsWith('%{', index)) {
      const end = closing(text, index + 2);
      const code = text.slice(index + 2, end);
      const [, quoted] = /^"([A-Za-z]+|\$)"$/.exec(code) ?? [];
      if (quoted !== undefined && text[index] === '$' && end < text.length) {
        literal += quoted;
        index = end + 1;
        continue;
      }
      if (literal !== '') pieces.push(literal);
      literal = '';
      if (end === text.length) pieces.push(new Expression(`${text[index]}{${code}`));
      else pieces.push(text[index] === '$' ? expression(code) : new Expression(`%{${code}}`));
      index = end + 1;
    } else {
      literal += text[index];
      index += 1;
    }
  }
  if (literal !== '' || pieces.length === 0) pieces.push(literal);
  return pieces.length === 1 ? pieces[0] : new Join(pieces);
}

/** The index of the brace that closes the one before `from`. Inner braces are counted, strings skipped. */
function closing(text: string, from: number): number {
  let depth = 1;
  let quoted = false;
  for (let index = from; index < text.length; index++) {
    const character = text[index];
    if (quoted && character === '\\') index += 1;
    else if (character === '"') quoted = !quoted;
    else if (!quoted && character === '{') depth += 1;
    else if (!quoted && character === '}' && --depth === 0) return index;
  }
  return text.length;
}

function expression(code: string): unknown {
  const [, address, attribute] = /^((?:data\.)?[a-z0-9_]+\.[A-Za-z0-9_-]+)\.([A-Za-z0-9_.[\]]+)$/.exec(code) ?? [];
  if (address !== undefined && attribute !== undefined) return new Pointer(address, attribute);
  const [, variable] = /^var\.([A-Za-z0-9_-]+)$/.exec(code) ?? [];
  return variable === undefined ? new Expression(code) : new Pointer('var', variable);
}
