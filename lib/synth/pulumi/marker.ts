import { createHash } from 'node:crypto';
import type { Target, Value } from './recording';

const bare = /(?=([0-9a-f]{16}))/g;

/** Two characters between which a marker stands, and the texts in which one of them is encoded. */
interface Fence {
  readonly open: string;
  readonly close: string;
  readonly encoded: RegExp;
}

/** Characters for private use, in pairs. */
const [first, last] = [0xe000, 0xf8fe];

/** The first pair of which a text has no trace. No recording shows which pair it was. */
function fenceFor(text: string): Fence {
  for (let code = first; code < last; code += 2) {
    const [open, close] = [String.fromCharCode(code), String.fromCharCode(code + 1)] as const;
    const escapes = [open, close].flatMap((one) => [encodeURIComponent(one), `\\\\u${one.charCodeAt(0).toString(16)}`]);
    const encoded = new RegExp(escapes.join('|'), 'i');
    if (!text.includes(open) && !text.includes(close) && !encoded.test(text)) return { open, close, encoded };
  }
  throw new Error('the texts contain every character for private use (U+E000 to U+F8FF); leave one of them out');
}

interface Known {
  readonly target: Target;
  readonly list?: { readonly target: Target; readonly index: number; readonly length: number };
}

/**
 * Texts that stand for values which only a deployment knows. They go through a program like any other text,
 * interpolated or inside JSON, and are read back as references wherever they end up.
 *
 * A marker is two private-use characters around a hash of what it points at: nothing in it needs escaping, and a marker
 * that was cut or changed is seen.
 */
export class Markers {
  /** Texts that were taken for changed markers. They may be the program's own. */
  readonly doubted: string[] = [];
  private readonly known = new Map<string, Known>();
  private readonly fence: Fence;
  private readonly whole: RegExp;

  /** @param ownTexts the texts that are known to be no markers */
  constructor(ownTexts = '') {
    this.fence = fenceFor(ownTexts);
    this.whole = new RegExp(`${this.fence.open}([0-9a-f]{16})${this.fence.close}`, 'g');
  }

  /** The marker of a value. */
  mark(target: Target): string {
    return this.add({ target });
  }

  /** Markers for the elements of a list, which are read back as the whole list where they stand together again. */
  markList(target: Target, length = 1): string[] {
    return Array.from({ length }, (_, index) => {
      const element = { ...target, path: [...target.path, length === 1 ? '*' : String(index)] };
      return this.add({ target: element, list: { target, index, length } });
    });
  }

  /**
   * Replaces the markers in a text with references.
   * @throws Error where a marker was cut, changed or encoded, so that what it stood for is lost
   */
  readText(text: string): Value {
    const parts: Value[] = [];
    let end = 0;
    for (const { 0: marker, 1: hash, index } of text.matchAll(this.whole)) {
      const known = this.known.get(hash!);
      if (!known) throw new Error('a reference to a resource that this program did not create');
      if (index > end) parts.push(this.plain(text.slice(end, index)));
      parts.push({ $ref: known.target as Value });
      end = index + marker.length;
    }
    if (end < text.length || parts.length === 0) parts.push(this.plain(text.slice(end)));
    if (parts.length > 1) return { $join: parts };
    return typeof parts[0] === 'string' ? this.readEncoded(parts[0]) : parts[0]!;
  }

  /** The reference to a list whose elements, all of them and nothing else, stand in `list`. */
  readList(list: readonly unknown[]): Value | undefined {
    const lists = list.map((element) => {
      const hash = typeof element === 'string' && element.length === 18 ? element.slice(1, -1) : '';
      return this.known.get(hash)?.list;
    });
    const first = lists[0];
    const complete =
      first?.length === list.length &&
      lists.every((one, index) => one?.index === index && hashOf(one.target) === hashOf(first.target));
    return complete ? { $ref: first.target as Value } : undefined;
  }

  private add(known: Known): string {
    const hash = hashOf(known.target);
    this.known.set(hash, known);
    return `${this.fence.open}${hash}${this.fence.close}`;
  }

  private plain(text: string): string {
    const { open, close, encoded } = this.fence;
    const lost = (why: string) => {
      this.doubted.push(text);
      const start = text.length > 60 ? `${text.slice(0, 60)}…` : text;
      const shown = JSON.stringify(start.replaceAll(open, '·').replaceAll(close, '·'));
      return new Error(`${why}; use the value as it is, or another attribute: ${shown}`);
    };
    if (text.includes(open) || text.includes(close)) {
      throw lost('the program took apart a value that only a deployment knows');
    }
    if (encoded.test(text)) throw lost('the program encoded a value that only a deployment knows');
    for (const [, hash] of text.toLowerCase().matchAll(bare)) {
      if (this.known.has(hash!)) throw lost('the program changed a value that only a deployment knows');
    }
    return text;
  }

  private readEncoded(text: string): Value {
    if (text.length < 24 || !/^[\w+/-]+={0,2}$/.test(text)) return text;
    const decoded = Buffer.from(text, 'base64').toString('utf8');
    return decoded.includes(this.fence.open) ? { $base64: this.readText(decoded) } : text;
  }
}

function hashOf(target: Target): string {
  return createHash('sha256').update(JSON.stringify(target)).digest('hex').slice(0, 16);
}
