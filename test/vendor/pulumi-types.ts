import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';

/** What a type of an SDK's holds, by name; or undefined, of a type that isn't declared. */
export type Members = ReadonlyMap<string, Member>;

export interface Member {
  readonly required: boolean;
  readonly type: ts.TypeNode;
}

/** What an SDK declares about a type of resource, or about a function. */
export interface Declared {
  readonly inputs: Members;
  readonly outputs: Members;
}

const parsed = new Map<string, ReadonlyMap<string, Members>>();

/** The interfaces and classes that a file of declarations holds, by their names, a namespace's before them. */
function declarationsIn(file: string): ReadonlyMap<string, Members> {
  const found = parsed.get(file) ?? new Map(declarations(parse(file), ''));
  parsed.set(file, found);
  return found;
}

const parse = (file: string): ts.SourceFile =>
  ts.createSourceFile(file, readFileSync(file, 'utf8'), {
    languageVersion: ts.ScriptTarget.ES2022,
    jsDocParsingMode: ts.JSDocParsingMode.ParseNone,
  });

function* declarations(block: ts.SourceFile | ts.ModuleBlock, prefix: string): Generator<[string, Members]> {
  for (const statement of block.statements) {
    if (ts.isInterfaceDeclaration(statement) || ts.isClassDeclaration(statement))
      yield [`${prefix}${statement.name!.text}`, membersOf(statement)];
    if (ts.isModuleDeclaration(statement) && statement.body && ts.isModuleBlock(statement.body))
      yield* declarations(statement.body, `${prefix}${statement.name.text}.`);
  }
}

const membersOf = (declaration: ts.InterfaceDeclaration | ts.ClassDeclaration): Members =>
  new Map(
    [...declaration.members]
      .filter((member) => ts.isPropertySignature(member) || ts.isPropertyDeclaration(member))
      .filter(({ modifiers = [] }) => modifiers.every(({ kind }) => kind !== ts.SyntaxKind.StaticKeyword))
      .map((member) => [
        (member.name as ts.Identifier).text,
        { required: member.questionToken === undefined, type: member.type! },
      ]),
  );

/** The package of an SDK, by the first word of its types. Pulumi's own scope doesn't have the one of `time`. */
export const packageOf = (provider: string): string => `@${provider === 'time' ? 'pulumiverse' : 'pulumi'}/${provider}`;

const sdk = (provider: string): string => dirname(require.resolve(`${packageOf(provider)}/package.json`));

/** What the SDK declares about a resource's type; undefined if there is none. */
export function resourceType(type: string): Declared | undefined {
  const { file, name } = locate(type, (one) => `${one}Args`) ?? {};
  if (file === undefined) return undefined;
  const known = declarationsIn(file);
  return { inputs: known.get(`${name}Args`)!, outputs: known.get(name!)! };
}

/** What the SDK declares about a function; undefined if there is none. */
export function functionType(token: string): Declared | undefined {
  const { file, name } = locate(token, (one) => `${capital(one)}Result`) ?? {};
  if (file === undefined) return undefined;
  const known = declarationsIn(file);
  return { inputs: known.get(`${capital(name!)}Args`) ?? new Map(), outputs: known.get(`${capital(name!)}Result`)! };
}

const capital = (name: string): string => name[0]!.toUpperCase() + name.slice(1);

/** The file that a module's index takes a declaration from: its name isn't always the type's own. */
function locate(type: string, exported: (name: string) => string): { file: string; name: string } | undefined {
  const [, cloud, module, name] = /^(aws|gcp|time):(\w+)\/\w+:(\w+)$/.exec(type) ?? [];
  if (cloud === undefined) return undefined;
  const folder = join(sdk(cloud), module === 'index' ? '' : module!);
  if (!existsSync(join(folder, 'index.d.ts'))) return undefined;
  const pattern = new RegExp(`^export \\{[^}]*\\b${exported(name!)}\\b[^}]*\\} from "(.*)";`, 'm');
  const [, from] = pattern.exec(readFileSync(join(folder, 'index.d.ts'), 'utf8')) ?? [];
  return from === undefined ? undefined : { file: join(folder, `${from}.d.ts`), name: name! };
}

/** What a type says of a value, as far as an SDK's declarations go. */
export type Shape =
  | { readonly kind: 'string' | 'number' | 'boolean' | 'file' | 'any' }
  | { readonly kind: 'word'; readonly word: string }
  | { readonly kind: 'list' | 'map'; readonly of: ts.TypeNode }
  | { readonly kind: 'object'; readonly members: Members };

/** The shapes, one of which a value of a type has. */
export function shapesOf(cloud: string, type: ts.TypeNode): readonly Shape[] {
  if (ts.isUnionTypeNode(type)) return type.types.flatMap((one) => shapesOf(cloud, one));
  if (ts.isParenthesizedTypeNode(type)) return shapesOf(cloud, type.type);
  if (ts.isArrayTypeNode(type)) return [{ kind: 'list', of: type.elementType }];
  if (ts.isLiteralTypeNode(type))
    return ts.isStringLiteral(type.literal) ? [{ kind: 'word', word: type.literal.text }] : [];
  if (ts.isTypeLiteralNode(type)) {
    const [index] = type.members;
    return index && ts.isIndexSignatureDeclaration(index) ? [{ kind: 'map', of: index.type }] : [{ kind: 'any' }];
  }
  if (ts.isTypeReferenceNode(type)) return named(cloud, type);
  const kind = keywords[type.kind];
  return kind ? [{ kind }] : [];
}

const keywords: Readonly<Partial<Record<ts.SyntaxKind, 'string' | 'number' | 'boolean' | 'any'>>> = {
  [ts.SyntaxKind.StringKeyword]: 'string',
  [ts.SyntaxKind.NumberKeyword]: 'number',
  [ts.SyntaxKind.BooleanKeyword]: 'boolean',
  [ts.SyntaxKind.AnyKeyword]: 'any',
};

function named(cloud: string, type: ts.TypeReferenceNode): readonly Shape[] {
  const name = textOf(type.typeName);
  const [first, ...rest] = name.split('.');
  if (name === 'pulumi.Input' || name === 'pulumi.Output') return shapesOf(cloud, type.typeArguments![0]!);
  if (name.startsWith('pulumi.asset.')) return [{ kind: 'file' }];
  if (first === 'inputs' || first === 'outputs') {
    const members = declarationsIn(join(sdk(cloud), 'types', `${first.slice(0, -1)}.d.ts`)).get(rest.join('.'));
    return members ? [{ kind: 'object', members }] : [];
  }
  // Words, and resources in whose place their names may stand.
  return [{ kind: 'string' }];
}

const textOf = (name: ts.EntityName): string =>
  ts.isIdentifier(name) ? name.text : `${textOf(name.left)}.${name.right.text}`;
