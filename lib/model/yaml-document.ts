import { isAlias, isMap, isScalar, isSeq, type Document, type Node, type Pair } from 'yaml';
import type { Finding, Path, Position } from './problem';
import { keyFinding, limits, tooDeep, type Place } from './source';

/** Walks a document once, and returns plain data and places. */
export class DocumentReader {
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
      this.find({ path, message: `tags are not allowed, got ${node.tag}` });
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
    if (typeof value === 'number' && path.at(-2) === 'environment' && isScalar(node) && node.source !== String(value))
      this.find({
        severity: 'warning',
        path,
        message: `is the number ${node.source}, which becomes the text ${JSON.stringify(String(value))}`,
        hint: 'put it in quotes',
      });
    if (typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value))
      this.find({ path, message: 'a number this large loses digits', hint: 'put it in quotes' });
    return { value, place };
  }

  /** Returns the key, or reports it and returns undefined. */
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
        hint: 'use an alias for a whole value',
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
      this.find({
        path: [...path, key],
        position,
        message: `is defined twice, first on line ${line}`,
        isSecondKey: true,
      });
      return undefined;
    }
    return key;
  }

  private follow(alias: Node & { source: string }, path: Path, place: Place): { value: unknown; place: Place } {
    const target = isAlias(alias) ? alias.resolve(this.document) : undefined;
    this.aliases += 1;
    if (target && this.open.has(target)) {
      this.find({ path, message: `the alias *${alias.source} refers to a value that contains it` });
      return { value: null, place };
    }
    if (!target) {
      this.find({
        path,
        message: `there is no anchor &${alias.source} before this alias`,
        ...(/^[\w-]+$/.test(alias.source) ? {} : { hint: `if it is a text, write "*${alias.source}"` }),
      });
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
