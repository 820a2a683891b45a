import { createHash } from 'node:crypto';
import type { Target, Value } from './recording';

const open = '\uE000';
const close = '\uE001';
const whole = new RegExp(`${open}([0-9a-f]{16})${close}`, 'g');
const bare = /(?=([0-9a-f]{16}))/g;
const encoded = /%EE%80%8[01]|\\uE00[01]/i;

interface Known {
  readonly target: Target;
  readonly list?: { readonly target: Target; readonly index: number; readonly length: number };
}

/**
 * Texts that stand for values which only a deployment knows. They go through a program like any other text,
 * interpolated or inside JSON, and are read back as references wherever they end up.
 *
 * A marker is two private-use characters around a hash of what it points at: nothing in it needs escaping, the same
 * target has the same marker on every run, and a marker that was cut or changed is seen.
 */
export class Markers {
  private readonly known = new Map<string, Known>();

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
    for (const { 0: marker, 1: hash, index } of text.matchAll(whole)) {
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
    return `${open}${hash}${close}`;
  }

  private plain(text: string): string {
    const lost = (why: string) => new Error(`${why}; use the value as it is, or another attribute: ${shown(text)}`);
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
    return decoded.includes(open) ? { $base64: this.readText(decoded) } : text;
  }
}

function hashOf(target: Target): string {
  return createHash('sha256').update(JSON.stringify(target)).digest('hex').slice(0, 16);
}

function shown(text: string): string {
  const start = text.length > 60 ? `${text.slice(0, 60)}…` : text;
  return JSON.stringify(start.replace(/[\uE000\uE001]/g, '·'));
}
