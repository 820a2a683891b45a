import * as path from 'node:path';
import ts from 'typescript';

/** Names that a text of a type refers to, by the file that declares each. */
export type Imports = Map<string, string>;

/**
 * Writes types as plain text, with the comments of their fields: what `z.output<typeof spec>` comes to, for declarations
 * that don't import zod. A type of the model with a name of its own stays a name.
 */
export class TypeText {
  constructor(
    private readonly checker: ts.TypeChecker,
    /** The folder of the files whose types are named. */
    private readonly folder: string,
    /** The file that the text is for. */
    private readonly file: string,
    /** The names that the text refers to are added here. */
    private readonly imports: Imports,
  ) {}

  /** The text of a type. `alias` is the name that the text defines, which it can't refer to. */
  of(type: ts.Type, indent = '', alias?: string): string {
    return this.named(type, indent, alias) ?? this.structure(type, indent);
  }

  private named(type: ts.Type, indent: string, alias?: string): string | undefined {
    const { aliasSymbol, aliasTypeArguments = [] } = type;
    const symbol = aliasSymbol ?? (type.isClassOrInterface() ? type.symbol : undefined);
    const from = symbol?.declarations?.[0]?.getSourceFile();
    if (!symbol || !from || symbol.name === alias) return undefined;
    const isOfLanguage = /^lib\..*\.d\.ts$/.test(path.basename(from.fileName));
    if (!isOfLanguage) {
      if (path.dirname(from.fileName) !== this.folder) return undefined;
      const exports = this.checker.getExportsOfModule(this.checker.getSymbolAtLocation(from)!);
      if (!exports.includes(symbol)) return undefined;
      if (from.fileName !== this.file) this.imports.set(symbol.name, path.basename(from.fileName, '.ts'));
    }
    if (aliasTypeArguments.length === 0) return symbol.name;
    return `${symbol.name}<${aliasTypeArguments.map((argument) => this.of(argument, indent)).join(', ')}>`;
  }

  private structure(type: ts.Type, indent: string): string {
    if (type.isUnion()) return this.union(type, indent);
    if (type.isIntersection()) return type.types.map((one) => this.item(one, indent)).join(' & ');
    if (this.checker.isTupleType(type))
      return `readonly [${this.arguments(type)
        .map((one) => this.of(one, indent))
        .join(', ')}]`;
    if (this.checker.isArrayType(type)) {
      const isReadonly = type.symbol.name === 'ReadonlyArray';
      return `${isReadonly ? 'readonly ' : ''}${this.item(this.arguments(type)[0]!, indent)}[]`;
    }
    const isMap = type.flags & ts.TypeFlags.Object && type.getCallSignatures().length === 0;
    return isMap ? this.map(type, indent) : this.simple(type);
  }

  private simple(type: ts.Type): string {
    const text = this.checker.typeToString(type, undefined, ts.TypeFormatFlags.NoTruncation);
    if (/\bz\.|zod|=>/i.test(text)) throw new Error(`${this.file}: can't write ${text} without zod`);
    return text;
  }

  private arguments(type: ts.Type): readonly ts.Type[] {
    return this.checker.getTypeArguments(type as ts.TypeReference);
  }

  private union({ types }: ts.UnionType, indent: string): string {
    // `boolean` is a union of two literals.
    const isLiteral = (one: ts.Type): boolean => (one.flags & ts.TypeFlags.BooleanLiteral) > 0;
    const isBoolean = types.filter(isLiteral).length === 2;
    const texts = types.filter((one) => !isBoolean || !isLiteral(one)).map((one) => this.item(one, indent));
    if (isBoolean) texts.push('boolean');
    const isLast = (text: string): boolean => text === 'null' || text === 'undefined';
    return [...texts.filter((text) => !isLast(text)), ...texts.filter(isLast)].join(' | ');
  }

  /** A type within another one. */
  private item(type: ts.Type, indent: string): string {
    const text = this.of(type, indent);
    const isJoined = type.isUnion() || type.isIntersection();
    return isJoined && text.includes(' ') ? `(${text})` : text;
  }

  private map(type: ts.Type, indent: string): string {
    const inner = `${indent}    `;
    const fields = this.checker.getPropertiesOfType(type).map((field) => {
      const comment = commentOf(ts.displayPartsToString(field.getDocumentationComment(this.checker)), inner);
      const optional = field.flags & ts.SymbolFlags.Optional ? '?' : '';
      const name = /^[A-Za-z_$][\w$]*$/.test(field.name) ? field.name : `'${field.name}'`;
      return `${comment}${inner}${this.isReadonly(field) ? 'readonly ' : ''}${name}${optional}: ${this.of(this.checker.getTypeOfSymbol(field), inner)};\n`;
    });
    const indexes = this.checker.getIndexInfosOfType(type).map(({ keyType, type: value, isReadonly }) => {
      return `${inner}${isReadonly ? 'readonly ' : ''}[key: ${this.of(keyType)}]: ${this.of(value, inner)};\n`;
    });
    return fields.length + indexes.length === 0 ? '{}' : `{\n${[...fields, ...indexes].join('')}${indent}}`;
  }

  private isReadonly(field: ts.Symbol): boolean {
    const isOwn = (one: ts.Declaration): boolean => (ts.getCombinedModifierFlags(one) & ts.ModifierFlags.Readonly) > 0;
    return (field.declarations ?? []).some((one) => ts.isPropertySignature(one) && isOwn(one));
  }
}

/** A comment of one line or several, above a field. */
function commentOf(text: string, indent: string): string {
  if (text === '') return '';
  const lines = text.split('\n');
  if (lines.length === 1) return `${indent}/** ${text} */\n`;
  return [`${indent}/**`, ...lines.map((line) => `${indent} * ${line}`.trimEnd()), `${indent} */\n`].join('\n');
}
