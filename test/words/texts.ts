import ts from 'typescript';
import type { Kind } from './rules';

/** A text that somebody reads, at its place in a file. */
export interface Text {
  readonly kind: Kind;
  /** Its first line, counted from 1. */
  readonly line: number;
  readonly text: string;
}

/** Stands for an expression inside a template, and for code inside prose: a word that no rule matches. */
const code = 'x';

/** The lines of prose in a Markdown page: no fenced code, no code spans, no addresses of links, no comments. */
export function textsOfPage(page: string): Text[] {
  let isCode = false;
  return page.split('\n').flatMap((line, index): Text[] => {
    const isFence = line.startsWith('```');
    if (isFence) isCode = !isCode;
    if (isFence || isCode) return [];
    const text = line
      .replace(/<!--.*?-->/g, '')
      .replace(/``.*?``|`[^`]*`/g, code)
      .replace(/\]\([^)]*\)/g, ']')
      .replace(/https?:\/\/\S+/g, code)
      .replace(/[[\]*]/g, '');
    return text.trim() === '' || text.startsWith('#') ? [] : [{ kind: 'page', line: index + 1, text }];
  });
}

/** The docstrings of a source file, and its strings of more than a word. */
export function textsOfSource(name: string, source: string): Text[] {
  const file = ts.createSourceFile(name, source, ts.ScriptTarget.ES2022, true);
  const lineOf = (at: number) => file.getLineAndCharacterOfPosition(at).line + 1;
  const docstrings = [...source.matchAll(/^[ \t]*\/\*\*(?=\s)([\s\S]*?)\*\//gm)].map((match): Text => ({
    kind: 'docstring',
    line: lineOf(match.index),
    // The same number of lines as in the source.
    text: match[1]!
      .replace(/\n[ \t]*\* ?/g, '\n')
      .replace(/`[^`]*`/g, code)
      .replace(/https?:\/\/\S+/g, code)
      .trimEnd(),
  }));
  const strings: Text[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isLiteralTypeNode(node)) return;
    const text = stringOf(node);
    if (text === undefined) node.forEachChild(visit);
    else {
      if (/[a-z]\s[a-z]/i.test(text)) strings.push({ kind: 'string', line: lineOf(node.getStart()), text });
      if (ts.isTemplateExpression(node)) node.templateSpans.forEach((span) => visit(span.expression));
    }
  };
  visit(file);
  return [...docstrings, ...strings];
}

function stringOf(node: ts.Node): string | undefined {
  const text = ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) ? node.text : undefined;
  const joined = ts.isTemplateExpression(node)
    ? node.head.text + node.templateSpans.map(({ literal }) => code + literal.text).join('')
    : text;
  return joined?.replace(/`[^`]*`/g, code);
}
