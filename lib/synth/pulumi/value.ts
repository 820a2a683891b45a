import type { Files } from './asset';
import type { Markers } from './marker';
import { byCodeUnits, type Value } from './recording';
import { signatureKey, signatures, unknownValue } from './signature';

type Wire = Readonly<Record<string, unknown>>;

/** Turns values as they go over the wire into values of a recording. */
export class ValueReader {
  constructor(
    private readonly markers: Markers,
    private readonly files: Files,
  ) {}

  /**
   * A map of properties, its keys sorted.
   * @throws Error that begins with the path of the value that can't be recorded
   */
  readMap(map: Wire, path: readonly string[] = []): Record<string, Value> {
    const keys = Object.keys(map).sort(byCodeUnits);
    return Object.fromEntries(keys.map((key) => [this.readKey(key, path), this.read(map[key], [...path, key])]));
  }

  /**
   * One value.
   * @throws Error that begins with the path of the value that can't be recorded
   */
  read(value: unknown, path: readonly string[]): Value {
    if (typeof value === 'string') return this.at(path, () => this.readText(value));
    if (value === null || typeof value === 'boolean' || typeof value === 'number') return value;
    if (Array.isArray(value)) {
      return (
        this.markers.readList(value) ?? value.map((element, index) => this.read(element, [...path, String(index)]))
      );
    }
    if (typeof value !== 'object') throw new Error(`${path.join('.')}: a ${typeof value} can't be recorded`);
    const map = value as Wire;
    if (signatureKey in map) return this.readSpecial(map, path);
    const reserved = Object.keys(map).length === 1 && Object.keys(map).find((key) => key.startsWith('$'));
    if (reserved)
      throw new Error(`${path.join('.')}: a map that holds only ${reserved} can't be told from a reference`);
    return this.readMap(map, path);
  }

  private readKey(key: string, path: readonly string[]): string {
    const read = this.at(path, () => this.markers.readText(key));
    if (typeof read !== 'string')
      throw new Error(`${path.join('.')}: a key that is only known after deployment can't be recorded`);
    return read;
  }

  private readText(text: string): Value {
    if (text === unknownValue) throw new Error('the program made this value unknown');
    return this.markers.readText(text);
  }

  private readSpecial(map: Wire, path: readonly string[]): Value {
    switch (map[signatureKey]) {
      case signatures.secret:
        return { $secret: true };
      case signatures.resource: {
        const own = { urn: map.urn as string, path: [] };
        return typeof map.id === 'string' ? this.read(map.id, path) : { $ref: own };
      }
      case signatures.output:
        if (map.secret === true) return { $secret: true };
        return this.read(map.value ?? unknownValue, path);
      case signatures.asset:
        return { $asset: this.readFile(map, path) };
      case signatures.archive:
        return { $archive: this.readFile(map, path) };
      default:
        throw new Error(`${path.join('.')}: an unsupported kind of value (${String(map[signatureKey])})`);
    }
  }

  private readFile(map: Wire, path: readonly string[]): Value {
    if (typeof map.path === 'string') {
      const file = map.path;
      return this.at(path, () => ({ ...this.files.keepFile(file) }));
    }
    const said = Object.entries(map).filter(([key]) => ['assets', 'text', 'uri'].includes(key));
    return this.readMap(Object.fromEntries(said), path);
  }

  private at<T>(path: readonly string[], read: () => T): T {
    try {
      return read();
    } catch (error) {
      throw new Error(`${path.join('.')}: ${(error as Error).message}`, { cause: error });
    }
  }
}
