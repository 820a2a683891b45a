import { Composer, Lexer, LineCounter, Parser, type CST, type Document, type YAMLError } from 'yaml';
import type { Finding, Position } from './problem';
import { limits, tooDeep, type Place } from './source';
import { DocumentReader } from './yaml-document';
import { habitsIn } from './yaml-habit';

/** Parsed text: plain data and the place of each part. */
export interface Parsed {
  readonly tree: unknown;
  readonly place: Place;
  readonly findings: readonly Finding[];
  /** True of a text that couldn't be parsed, so that `tree` is empty. */
  readonly broken: boolean;
  positionAt(offset: number): Position;
}

/** Number of syntax errors that are shown: later ones follow from the first. */
const shownSyntaxErrors = 10;

/** Parses YAML 1.2, and so JSON. Tags, merge keys and keys that aren't strings are findings. */
export function parseYaml(text: string): Parsed {
  const { positionAt, addNewLine } = positions();
  const broken = (findings: readonly Finding[]): Parsed => ({
    tree: undefined,
    place: { offset: 0 },
    findings,
    broken: true,
    positionAt,
  });

  const tokens = tokensOf(text, addNewLine);
  if (!tokens) return broken([{ path: [], message: `is too large: more than ${limits.lexemes} tokens` }]);
  const deep = deepToken(tokens);
  if (deep) return broken([{ path: [], position: positionAt(deep.offset), message: tooDeep }]);
  const { documents, tooMany } = documentsOf(tokens, text.length);
  if (tooMany) return broken(syntaxFindings(text, tooMany, positionAt));
  const [document, second] = documents;
  if (!document) return broken([{ path: [], message: 'is empty' }]);
  const errors = [...document.errors, ...document.warnings.filter(({ code }) => code === 'BAD_DIRECTIVE')];
  if (errors.length > 0) return broken(syntaxFindings(text, errors, positionAt));
  if (second)
    return broken([
      {
        path: [],
        position: positionAt(second.range[0]),
        message: 'contains more than one document',
        hint: 'an architecture is one document; remove the `---`',
      },
    ]);
  if (document.directives.yaml.version !== '1.2')
    return broken([{ path: [], message: `is YAML ${document.directives.yaml.version}, must be 1.2` }]);
  const reader = new DocumentReader(document, positionAt);
  const { value, place } = reader.read(document.contents, []);
  return { tree: value, place, findings: reader.findings, broken: reader.overflowed, positionAt };
}

/**
 * The tokens of a text; where it goes far deeper than any architecture, those as far as there. Undefined if it has so
 * many tokens that all would not fit into little memory.
 */
function tokensOf(text: string, onNewLine: (offset: number) => void): CST.Token[] | undefined {
  onNewLine(0);
  const parser = new Parser(onNewLine);
  const tokens: CST.Token[] = [];
  let lexemes = 0;
  for (const lexeme of new Lexer().lex(text)) {
    lexemes += 1;
    if (lexemes > limits.lexemes) return undefined;
    tokens.push(...parser.next(lexeme));
    if (parser.stack.length > 3 * limits.depth) break;
  }
  tokens.push(...parser.end());
  return tokens;
}

/** Documents in a text. Reading stops after many errors, since each takes a kilobyte. */
function documentsOf(
  tokens: readonly CST.Token[],
  length: number,
): { documents: readonly Document.Parsed[]; tooMany?: readonly YAMLError[] } {
  const composer = new Composer({
    version: '1.2',
    schema: 'core',
    merge: false,
    // Equal keys are found below, with their path; the parser's own search is quadratic.
    uniqueKeys: false,
  });
  const { errors } = composer.streamInfo();
  errors.push = (...more) => {
    if (errors.length > 10 * shownSyntaxErrors) throw new TooManyErrors();
    return Array.prototype.push.apply(errors, more);
  };
  try {
    return { documents: [...composer.compose(tokens, true, length)] as Document.Parsed[] };
  } catch (error) {
    if (error instanceof TooManyErrors) return { documents: [], tooMany: errors };
    throw error;
  }
}

class TooManyErrors extends Error {}

/**
 * First errors of a text, each once. Where a text without quotes explains those of its line, the others are the ones
 * that remain when it is in quotes.
 */
function syntaxFindings(
  text: string,
  errors: readonly YAMLError[],
  positionAt: (offset: number) => Position,
): Finding[] {
  const habits = habitsIn(text, errors, positionAt);
  const explained = new Set(habits.findings.map(({ position }) => position?.line));
  const findings = new Map<string, Finding>(habits.findings.map((finding) => [`${finding.position?.line}`, finding]));
  const rest = explained.size > 0 ? remaining(habits.mended) : { errors, positionAt };
  for (const { code, message, pos } of rest.errors) {
    const position = rest.positionAt(pos[0]);
    if (explained.has(position.line)) continue;
    const said = syntaxMessage(code, message);
    const at = `${position.line}:${position.column}`;
    // A second error at the same place follows from the first.
    if (!findings.has(at)) findings.set(at, { path: [], position, message: said, ...syntaxHint(code, message) });
    if (findings.size >= shownSyntaxErrors) break;
  }
  return [...findings.values()]
    .sort((a, b) => (a.position?.line ?? 0) - (b.position?.line ?? 0))
    .slice(0, shownSyntaxErrors);
}

/** Errors of a text that is mended in part. */
function remaining(text: string): { errors: readonly YAMLError[]; positionAt: (offset: number) => Position } {
  const { positionAt, addNewLine } = positions();
  const tokens = tokensOf(text, addNewLine);
  if (!tokens || deepToken(tokens)) return { errors: [], positionAt };
  const { documents, tooMany } = documentsOf(tokens, text.length);
  return { errors: tooMany ?? documents[0]?.errors ?? [], positionAt };
}

function positions(): { positionAt(offset: number): Position; addNewLine(offset: number): void } {
  const lines = new LineCounter();
  return {
    addNewLine: lines.addNewLine,
    positionAt: (offset) => {
      const { line, col } = lines.linePos(offset);
      return { line: Math.max(line, 1), column: Math.max(col, 1) };
    },
  };
}

function syntaxMessage(code: string, message: string): string {
  if (code === 'TAB_AS_INDENT') return 'tabs must not be used for indentation in YAML';
  const [first = ''] = message.split('\n');
  return `not valid YAML: ${first.charAt(0).toLowerCase()}${first.slice(1)}`;
}

const syntaxHint = (code: string, message: string): { hint?: string } =>
  code === 'BLOCK_AS_IMPLICIT_KEY' || /nested mappings/i.test(message)
    ? { hint: 'check the indentation, and put a text that contains ": " in quotes' }
    : {};

/**
 * Token that is nested too deeply. Composing recurses, and Node can end the whole process when a regular expression is
 * compiled at the end of the call stack.
 */
function deepToken(tokens: readonly CST.Token[]): CST.Token | undefined {
  const open: (readonly [CST.Token | null | undefined, number])[] = tokens.map((token) => [token, 0]);
  for (let next = open.pop(); next; next = open.pop()) {
    const [token, depth] = next;
    if (!token) continue;
    if (depth > limits.depth) return token;
    if (token.type === 'document') open.push([token.value, depth]);
    else if ('items' in token)
      for (const item of token.items) open.push([item.key, depth + 1], [item.value, depth + 1]);
  }
  return undefined;
}
