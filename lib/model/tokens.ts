import { attributes, type Reference } from './reference';
import { didYouMean, nearest } from './nearest';
import { kinds, type Kind } from './kind';
import { namePattern } from './name';

/** Piece of a string: text, parameter, reference, or a mistake. */
export type Token =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'parameter'; readonly name: string }
  | { readonly kind: 'reference'; readonly reference: Reference }
  | { readonly kind: 'wrong'; readonly message: string; readonly hint?: string };

/** Splits a string at each `${…}`; `$${` is text. */
export function tokenize(text: string, parameters: ReadonlySet<string>): readonly Token[] {
  const tokens: Token[] = [];
  let literal = '';
  let end = 0;
  for (const match of text.matchAll(/\$\$\{|\$\{([^}]*)(\}?)/g)) {
    literal += text.slice(end, match.index);
    end = match.index + match[0].length;
    if (match[0] === '$${') {
      literal += '${';
      continue;
    }
    if (literal !== '') tokens.push({ kind: 'text', text: literal });
    literal = '';
    tokens.push(match[2] === '' ? unclosed(match[0]) : readExpression(match[1] ?? '', parameters));
  }
  literal += text.slice(end);
  if (literal !== '' || tokens.length === 0) tokens.push({ kind: 'text', text: literal });
  return tokens;
}

const unclosed = (text: string): Token => ({
  kind: 'wrong',
  message: `${shorten(text)} has no closing brace`,
  hint: 'write a literal ${ as $${',
});

function readExpression(expression: string, parameters: ReadonlySet<string>): Token {
  const written = `\${${shorten(expression)}}`;
  const [first = '', name = '', attribute = '', ...rest] = expression.split('.');
  const wrong = (message: string, hint?: string): Token => ({ kind: 'wrong', message, ...(hint ? { hint } : {}) });

  if (first === 'parameters' && name !== '' && attribute === '' && expression.split('.').length === 2) {
    if (parameters.has(name)) return { kind: 'parameter', name };
    return wrong(`there is no parameter ${name}`, didYouMean(name, parameters) ?? 'declare it in parameters');
  }
  if ((kinds as readonly string[]).includes(first) && namePattern.test(name) && rest.length === 0) {
    const known: readonly string[] = attributes[first as Kind];
    if (known.includes(attribute))
      return { kind: 'reference', reference: { kind: first as Kind, element: name, attribute } as Reference };
    if (attribute !== '')
      return wrong(
        `${written}: ${first} have no attribute ${attribute}, only ${known.join(', ')}`,
        didYouMean(attribute, known),
      );
    return wrong(`${written} has no attribute`, `write \${${first}.${name}.${known[0]}}`);
  }
  return wrong(`${written} is neither a parameter nor a reference`, meant(expression, parameters));
}

function meant(expression: string, parameters: ReadonlySet<string>): string {
  const [first = '', ...rest] = expression.trim().split('.');
  const parameter = nearest(rest.length === 0 ? first : (rest[0] ?? ''), rest.length < 2 ? parameters : []);
  if (parameter) return `did you mean \${parameters.${parameter}}?`;
  const kind = nearest(first, kinds);
  if (kind && rest.length > 0) return `did you mean \${${[kind, ...rest].join('.')}}?`;
  return 'write ${parameters.<name>} or ${<kind>.<element>.<attribute>}; write a literal ${ as $${';
}

const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
