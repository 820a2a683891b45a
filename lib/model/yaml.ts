import {
  Composer,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  Parser,
  type CST,
  type Document,
  type Node,
  type Pair,
  type YAMLParseError,
} from 'yaml';
import type { Finding, Path, Position } from './problem';
import { keyFinding, limits, type Place } from './source';

/** A text that was parsed: plain data, and where each part of it stands. */
export interface Parsed {
  readonly tree: unknown;
  readonly place: Place;
  readonly findings: readonly Finding[];
  /** Whether the text couldn't be understood at all, so that `tree` says nothing. */
  readonly broken: boolean;
  positionAt(offset: number): Position;
}

/** Errors in a text follow from each other; more than these say nothing new. */
const shownSyntaxErrors = 10;

/** Parses YAML 1.2, and so JSON. Tags, merge keys and keys that aren't strings are findings. */
export function parseYaml(text: string): Parsed {
  const lines = new LineCounter();
  const positionAt = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const broken = (findings: readonly Finding[]): Parsed => ({
    tree: undefined,
    place: { offset: 0 },
    findings,
    broken: true,
    positionAt,
  });

  const tokens = [...new Parser(lines.addNewLine).parse(text)];
  const deep = deepToken(tokens);
  if (deep) return broken([{ path: [], position: positionAt(deep.offset), message: tooDeep }]);
  const [document, second] = new Composer({
    version: '1.2',
    schema: 'core',
    merge: false,
    // Equal keys are found below, with their path; the parser's own search is quadratic.
    uniqueKeys: false,
  }).compose(tokens, true, text.length);
  if (!document) return broken([{ path: [], message: 'is empty' }]);
  if (document.errors.length > 0) return broken(syntaxFindings(document.errors, positionAt));
  if (second)
    return broken([
      {
        path: [],
        position: positionAt(second.range[0]),
        message: 'holds more than one document',
        hint: 'one architecture is one document; take out the `---`',
      },
    ]);
  if (document.directives.yaml.version !== '1.2')
    return broken([{ path: [], message: `is YAML ${document.directives.yaml.version}, must be 1.2` }]);
  const reader = new Reader(document, positionAt);
  const { value, place } = reader.read(document.contents, []);
  return { tree: value, place, findings: reader.findings, broken: reader.overflowed, positionAt };
}

/** The first errors of a text, each once. */
function syntaxFindings(errors: readonly YAMLParseError[], positionAt: (offset: number) => Position): Finding[] {
  const findings = new Map<string, Finding>();
  for (const { code, message, pos } of errors) {
    const text = syntaxMessage(code, message);
    findings.set(`${text} ${pos[0]}`, { path: [], position: positionAt(pos[0]), message: text });
    if (findings.size === shownSyntaxErrors) break;
  }
  return [...findings.values()];
}

function syntaxMessage(code: string, message: string): string {
  if (code === 'TAB_AS_INDENT') return 'tabs must not be used for indentation in YAML';
  const [first = ''] = message.split('\n');
  return `not valid YAML: ${first.charAt(0).toLowerCase()}${first.slice(1)}`;
}

const tooDeep = `is nested too deeply (at most ${limits.depth} levels)`;

/**
 * A token that lies too deep. What follows in the parser recurses, and Node can end the whole process where a
 * regular expression is compiled at the end of the call stack.
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

/** Walks a document once, and makes plain data and places of it. */
class Reader {
  readonly findings: Finding[] = [];
  overflowed = false;
  private values = 0;
  private aliases = 0;
  private readonly open = new Set<Node>();

  constructor(
    private readonly document: Document.Parsed,
    private readonly positionAt: (offset: number) => Position,
  ) {}

  read(node: Node | null, path: Path, keyOffset?: number): { value: unknown; place: Place } {
    const place = { offset: node?.range?.[0] ?? keyOffset ?? 0, ...(keyOffset === undefined ? {} : { keyOffset }) };
    if (this.isOver(path, place.offset)) return { value: null, place };
    if (node === null) return { value: null, place };
    if (isAlias(node)) return this.follow(node, path, place);
    if (node.tag !== undefined) {
      this.find({ path, position: this.positionAt(place.offset), message: `tags are not allowed, got ${node.tag}` });
      return { value: null, place };
    }
    this.open.add(node);
    const result = this.readUntagged(node, path, place);
    this.open.delete(node);
    return result;
  }

  private readUntagged(node: Node, path: Path, place: Place): { value: unknown; place: Place } {
    const children = new Map<string | number, Place>();
    if (isSeq(node)) {
      const value = node.items.map((item, index) => {
        const child = this.read(item as Node | null, [...path, index]);
        children.set(index, child.place);
        return child.value;
      });
      return { value, place: { ...place, children } };
    }
    if (isMap(node)) {
      const value: Record<string, unknown> = {};
      for (const pair of node.items as Pair<Node | null, Node | null>[]) {
        const offset = pair.key?.range?.[0] ?? place.offset;
        const key = this.readKey(pair.key, path, offset, children);
        if (key === undefined) continue;
        const child = this.read(pair.value, [...path, key], offset);
        children.set(key, child.place);
        value[key] = child.value;
      }
      return { value, place: { ...place, children } };
    }
    const value = isScalar(node) ? node.value : null;
    if (typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value))
      this.find({ path, message: 'a number this large loses digits', hint: 'put it in quotes' });
    return { value, place };
  }

  /** The key, unless there is something wrong with it. */
  private readKey(node: Node | null, path: Path, offset: number, known: ReadonlyMap<string | number, Place>) {
    const position = this.positionAt(offset);
    const key = isScalar(node) ? node.value : undefined;
    if (typeof key !== 'string' || node?.tag !== undefined) {
      const found = isScalar(node) ? String(key) : node === null ? 'nothing' : 'a list or a map';
      this.find({ path: [...path, found], position, message: 'keys must be strings', hint: 'put it in quotes' });
      return undefined;
    }
    if (key === '<<') {
      this.find({
        path,
        position,
        message: 'merge keys are not allowed',
        hint: 'an alias may stand for a whole value',
      });
      return undefined;
    }
    const finding = keyFinding(path, key);
    if (finding) {
      this.find({ ...finding, position });
      return undefined;
    }
    const first = known.get(key);
    if (first) {
      const { line } = this.positionAt(first.keyOffset ?? first.offset);
      this.find({ path: [...path, key], position, message: `is written twice, first in line ${line}` });
      return undefined;
    }
    return key;
  }

  private follow(alias: Node & { source: string }, path: Path, place: Place): { value: unknown; place: Place } {
    const target = isAlias(alias) ? alias.resolve(this.document) : undefined;
    this.aliases += 1;
    if (target && this.open.has(target)) {
      this.find({ path, message: `the alias *${alias.source} stands inside of what it stands for` });
      return { value: null, place };
    }
    if (!target) {
      this.find({ path, message: `there is no anchor &${alias.source} before this alias` });
      return { value: null, place };
    }
    if (this.aliases > limits.aliases) {
      this.overflow(path, place.offset, `more than ${limits.aliases} aliases`);
      return { value: null, place };
    }
    const { value, place: anchored } = this.read(target, path);
    return { value, place: { ...place, ...(anchored.children ? { children: anchored.children } : {}) } };
  }

  private isOver(path: Path, offset: number): boolean {
    this.values += 1;
    if (path.length > limits.depth) {
      this.overflow(path.slice(0, 4), offset, tooDeep);
    } else if (this.values > limits.values) {
      this.overflow(path, offset, `more than ${limits.values} values`);
    }
    return this.overflowed;
  }

  private overflow(path: Path, offset: number, message: string): void {
    if (!this.overflowed) this.find({ path, position: this.positionAt(offset), message });
    this.overflowed = true;
  }

  private find(finding: Finding): void {
    this.findings.push(finding);
  }
}
