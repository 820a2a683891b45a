import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import ts from 'typescript';
import { closureOf, entries } from './closure';
import { TypeText, type Imports } from './type-text';

// Rewrites the declarations in `dist`, so that an app can use them with its own engine alone: those of the model without
// zod, and only those that an entry of the package reaches.

const root = path.join(__dirname, '..');
const [model, dist] = [path.join(root, 'lib', 'model'), path.join(root, 'dist')];

const declarationOf = (source: string): string =>
  path.join(dist, 'lib', 'model', `${path.basename(source, '.ts')}.d.ts`);
const reached = (): ReadonlySet<string> => closureOf(entries(root).values()).files;

const isPublic = reached();
const sources = readdirSync(model)
  .map((name) => path.join(model, name))
  .filter((file) => isPublic.has(declarationOf(file)) && /from 'zod'/.test(readFileSync(file, 'utf8')));
const { options } = ts.parseJsonConfigFileContent(
  ts.readConfigFile(path.join(root, 'tsconfig.json'), (file) => readFileSync(file, 'utf8')).config,
  { ...ts.sys, readDirectory: () => [] },
  root,
);
const program = ts.createProgram(sources, options);
const checker = program.getTypeChecker();

/** True of a declaration with a schema: its type is zod's. */
const isOfSchema = (node: ts.Statement): boolean => /\bz\./.test(node.getText());

/** The type aliases in the source of a file, by name. */
const aliasesIn = (source: string): ReadonlyMap<string, ts.TypeAliasDeclaration> =>
  new Map(
    program
      .getSourceFile(source)!
      .statements.filter((one) => ts.isTypeAliasDeclaration(one))
      .map((one) => [one.name.text, one]),
  );

for (const source of sources) {
  const file = declarationOf(source);
  const { statements } = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022, true);
  const imports: Imports = new Map();
  const printer = new TypeText(checker, model, source, imports);
  const aliases = aliasesIn(source);
  const kept: string[] = [];
  const before: ts.ImportDeclaration[] = [];
  for (const node of statements) {
    if (ts.isImportDeclaration(node)) before.push(node);
    else if (!isOfSchema(node)) kept.push(node.getFullText());
    else if (ts.isTypeAliasDeclaration(node)) {
      const { text: name } = node.name;
      const declared = aliases.get(name);
      if (!declared || declared.typeParameters) throw new Error(`${source}: can't write the type ${name} without zod`);
      const head = node.getFullText().slice(0, node.type.getFullStart() - node.getFullStart());
      kept.push(`${head} ${printer.of(checker.getTypeAtLocation(declared), '', name)};`);
    }
  }
  const text = kept.join('');
  writeFileSync(file, `${[...importsOf(before, text, imports), text.trimStart()].join('\n')}\n`);
}

/** The imports that a text needs: of those that it had, and those of its new names. */
function importsOf(before: readonly ts.ImportDeclaration[], text: string, added: Imports): string[] {
  const needed = new Map(added);
  for (const { importClause, moduleSpecifier } of before) {
    const bindings = importClause?.namedBindings;
    const from = (moduleSpecifier as ts.StringLiteral).text;
    if (from === 'zod' || !bindings || !ts.isNamedImports(bindings)) continue;
    for (const { name } of bindings.elements)
      if (!needed.has(name.text)) needed.set(name.text, from.slice('./'.length));
  }
  return [...needed]
    .filter(([name]) => new RegExp(`\\b${name}\\b`).test(text))
    .map(([name, from]) => `import type { ${name} } from './${from}';`);
}

const files = reached();
for (const name of readdirSync(dist, { recursive: true }) as string[]) {
  const file = path.join(dist, name);
  if (name.endsWith('.d.ts') && !files.has(file)) rmSync(file);
}
