import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import ts from 'typescript';

const model = path.join(__dirname, '..', 'lib', 'model');

const files = new Map<string, ts.SourceFile>();
function fileOf(name: string): ts.SourceFile {
  const known = files.get(name);
  if (known) return known;
  const source = ts.createSourceFile(
    name,
    readFileSync(path.join(model, `${name}.ts`), 'utf8'),
    ts.ScriptTarget.ES2022,
    true,
  );
  files.set(name, source);
  return source;
}

/** The value of a constant, and the file in which it stands: this one, or the one that it is imported from. */
function constant(name: string, file: string): { value: ts.Node; file: string } | undefined {
  for (const statement of fileOf(file).statements) {
    if (ts.isVariableStatement(statement))
      for (const declaration of statement.declarationList.declarations)
        if (declaration.name.getText() === name && declaration.initializer)
          return { value: declaration.initializer, file };
    if (ts.isImportDeclaration(statement) && ts.isStringLiteral(statement.moduleSpecifier)) {
      const imported = statement.importClause?.namedBindings;
      const from = statement.moduleSpecifier.text;
      if (imported && ts.isNamedImports(imported) && from.startsWith('./'))
        if (imported.elements.some((element) => element.name.text === name)) return constant(name, from.slice(2));
    }
  }
  return undefined;
}

/** The comments above the fields in a schema, by the path that leads to them. */
function collect(node: ts.Node, file: string, at: readonly string[], found: Map<string, string>): void {
  if (ts.isPropertyAssignment(node)) {
    const field = [...at, node.name.getText()];
    const [comment] = ts.getJSDocCommentsAndTags(node);
    const text = comment && ts.getTextOfJSDocComment(comment.comment);
    if (text) found.set(field.join('.'), text.replace(/\s+/g, ' '));
    collect(node.initializer, file, field, found);
  } else if (ts.isIdentifier(node)) {
    const definition = constant(node.text, file);
    if (definition) collect(definition.value, definition.file, at, found);
  } else if (ts.isCallExpression(node) && /^z\s*\.record$/.test(node.expression.getText())) {
    if (node.arguments[1]) collect(node.arguments[1], file, [...at, '*'], found);
  } else {
    node.forEachChild((child) => collect(child, file, at, found));
  }
}

/** The comments in the source above each field, by path: `functions.*.memoryMiB`. */
export function descriptions(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  collect(constant('architectureSpec', 'architecture')!.value, 'architecture', [], found);
  return found;
}
