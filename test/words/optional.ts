import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';
import { root } from '../docs/files';

/** The sources of the package's entries. */
export function entries(): string[] {
  const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    exports: Record<string, string | { default: string }>;
  };
  return Object.values(exports).flatMap((entry) =>
    typeof entry === 'string' ? [] : [entry.default.replace(/^\.\/dist\/(.*)\.js$/, '$1.ts')],
  );
}

/** Says what leaving a member out means. */
const saysSo = /@default|\bwithout\b|\babsent\b|\bunset\b|\bundefined\b|\bonly (?:if|on|where|for)\b/i;

/** The optional members of an entry's exported interfaces that don't say what leaving them out means. */
export function silentMembersOf(entry: string): string[] {
  const found = new Map<ts.InterfaceDeclaration, string>();
  const file = parse(entry);
  for (const statement of file.statements) {
    if (ts.isInterfaceDeclaration(statement) && isExported(statement)) collect(statement, entry, found);
    if (!ts.isExportDeclaration(statement) || !statement.exportClause || !ts.isNamedExports(statement.exportClause))
      continue;
    for (const { name, propertyName } of statement.exportClause.elements)
      find((propertyName ?? name).text, entry, statement.moduleSpecifier, found);
  }
  return [...found].flatMap(([declaration, path]) => silentIn(declaration, path));
}

/** The same for the interfaces in a text. */
export function silentMembersIn(text: string): string[] {
  const file = ts.createSourceFile('text.ts', text, ts.ScriptTarget.ES2022, true);
  return file.statements.filter(ts.isInterfaceDeclaration).flatMap((declaration) => silentIn(declaration, 'text.ts'));
}

function silentIn(declaration: ts.InterfaceDeclaration, path: string): string[] {
  const source = declaration.getSourceFile();
  return declaration.members
    .filter((member) => member.questionToken !== undefined)
    .filter((member) => !saysSo.test(source.text.slice(member.getFullStart(), member.getStart(source, false))))
    .map((member) => {
      const line = source.getLineAndCharacterOfPosition(member.getStart()).line + 1;
      return `${declaration.name.text}.${member.name!.getText()} (${path}:${line})`;
    });
}

/** An interface, with those that it extends. */
function collect(declaration: ts.InterfaceDeclaration, path: string, found: Map<ts.InterfaceDeclaration, string>) {
  if (found.has(declaration)) return;
  found.set(declaration, path);
  for (const { types } of declaration.heritageClauses ?? [])
    for (const { expression } of types) find(expression.getText(), path, undefined, found);
}

/** Finds an interface by its name, in a file or in the file that it is imported from. */
function find(
  name: string,
  path: string,
  from: ts.Expression | undefined,
  found: Map<ts.InterfaceDeclaration, string>,
): void {
  const at = from && ts.isStringLiteral(from) ? resolve(path, from.text) : path;
  if (at === undefined) return;
  for (const statement of parse(at).statements) {
    if (ts.isInterfaceDeclaration(statement) && statement.name.text === name) return collect(statement, at, found);
    const named = ts.isImportDeclaration(statement) ? statement.importClause?.namedBindings : undefined;
    if (!named || !ts.isNamedImports(named)) continue;
    const imported = named.elements.find((element) => element.name.text === name);
    if (imported)
      return find(
        (imported.propertyName ?? imported.name).text,
        at,
        (statement as ts.ImportDeclaration).moduleSpecifier,
        found,
      );
  }
}

function resolve(path: string, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) return undefined;
  const to = join(root, dirname(path), specifier);
  return [`${to}.ts`, join(to, 'index.ts')].filter(existsSync).map((file) => relative(root, file))[0];
}

const parsed = new Map<string, ts.SourceFile>();
function parse(path: string): ts.SourceFile {
  const known = parsed.get(path);
  if (known) return known;
  const file = ts.createSourceFile(path, readFileSync(join(root, path), 'utf8'), ts.ScriptTarget.ES2022, true);
  parsed.set(path, file);
  return file;
}

const isExported = (node: ts.InterfaceDeclaration): boolean =>
  node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
