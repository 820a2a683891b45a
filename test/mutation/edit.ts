import type { Target } from '../../lib/model/target';
import type { Json } from './artefact';
import type { Places } from './places';

/** One engine's spelling of a cloud's artefacts: a table of mutations is written in the cloud's own words. */
export interface Vocabulary {
  /** The place of a resource, from its construct path; of the one that has the property, where that is another. */
  readonly place: (path: string, property?: string) => string;
  /** The keys to a property. */
  readonly keys: (property: string) => readonly string[];
  /** A reference to an attribute of a resource. */
  readonly reference: (id: string, attribute: string, type: string) => Json;
  /** A property that isn't understood, as a comparison of this engine's artefact names it. */
  readonly unrecognized: (property: string) => string;
  /** The type of a bucket, which only a bucket has among its parts. */
  readonly bucket: string;
  /** The slot of an output's value in the artefact. */
  readonly output: (artefact: Json, name: string) => Slot;
  /** The slot of the list of resources that a resource waits for. */
  readonly waits: (whole: Json) => Slot;
  /** Lets the engine delete a resource that stays. */
  readonly release: (whole: Json) => void;
  /** Lets the engine change what it ignores after creation. */
  readonly unignore: (whole: Json) => void;
}

/** A value in an artefact that can be replaced. */
export interface Slot {
  readonly holder: Json;
  readonly key: string;
}

/** Edits of an artefact in its cloud's words. */
export class Edit {
  constructor(
    readonly places: Places,
    private readonly words: Vocabulary,
  ) {}

  /** The value of a property. */
  get(path: string, property: string): Json {
    return this.holding(path, property, ({ holder, key }) => holder[key]);
  }

  /** Gives a property another value. A property of a new resource may be absent before. */
  set(path: string, property: string, value: Json): void {
    this.holding(path, property, ({ holder, key }) => void (holder[key] = value));
  }

  /** Removes a property. */
  unset(path: string, property: string): void {
    this.holding(path, property, ({ holder, key }) => {
      if (!(key in holder)) throw new Error(`${path} has no ${property}`);
      delete holder[key];
    });
  }

  /** Removes the last item of a list. */
  pop(path: string, property: string): void {
    this.holding(path, property, ({ holder, key }) => holder[key].pop());
  }

  /** Replaces a part of a text, of one piece of a text with references, or of the JSON of a map. */
  replace(path: string, property: string, from: string, to: string): void {
    this.holding(path, property, ({ holder, key }) => {
      const value = holder[key];
      const pieces = value?.$join as unknown[] | undefined;
      const slot = pieces ? { holder: pieces as Json, key: indexIn(pieces, from) } : { holder, key };
      const isText = typeof slot.holder[slot.key] === 'string';
      const text: string = isText ? slot.holder[slot.key] : JSON.stringify(slot.holder[slot.key]);
      const other = text.replace(from, () => to);
      if (other === text) throw new Error(`there is no ${from} in ${text}`);
      slot.holder[slot.key] = isText ? other : JSON.parse(other);
    });
  }

  /** Gives a property the value that another resource has. */
  take(path: string, property: string, from: string): void {
    const value = this.get(from, property);
    if (value === undefined) throw new Error(`${from} has no ${property}`);
    this.set(path, property, value);
  }

  /** Lets a property refer to another resource. */
  refer(path: string, property: string, to: string, attribute: string): void {
    this.set(path, property, this.reference(to, attribute));
  }

  reference(to: string, attribute: string): Json {
    const place = this.words.place(to);
    return this.words.reference(this.places.id(place), attribute, this.places.type(place));
  }

  /** Turns the references to one resource to another one. */
  redirect(path: string, property: string, from: string, to: string): void {
    const [old, other] = [from, to].map((one) => this.places.id(this.words.place(one)));
    this.holding(path, property, ({ holder, key }) => {
      const text = JSON.stringify(holder[key]);
      if (!text.includes(`"${old}"`)) throw new Error(`${path} doesn't refer to ${from}`);
      holder[key] = JSON.parse(text.replaceAll(`"${old}"`, () => `"${other}"`));
    });
  }

  /** The value for the engine of this artefact. */
  pick<Value>(values: Readonly<Partial<Record<Target, Value>>>): Value {
    const value = values[this.places.target];
    if (value === undefined) throw new Error(`there is no value for ${this.places.target}`);
    return value;
  }

  /** Gives a resource another identifier. */
  rename(path: string): void {
    this.places.rename(this.words.place(path));
  }

  /** Makes a resource of Pulumi a child of another one. */
  adopt(path: string, parent: string): void {
    this.places.adopt(this.words.place(path), this.words.place(parent));
  }

  /** Removes a resource. */
  remove(path: string): void {
    this.places.remove(this.words.place(path));
  }

  /** Puts a copy beside a resource, in which these properties are different; undefined: absent. */
  copy(path: string, changes: Readonly<Record<string, Json>> = {}): void {
    this.places.copy(this.words.place(path), (copy) => {
      for (const [property, value] of Object.entries(changes)) {
        const [key, ...more] = this.words.keys(property);
        if (more.length > 0) throw new Error(`${property} is no property of a resource itself`);
        if (value === undefined) delete copy[key!];
        else copy[key!] = value;
      }
    });
  }

  /** Adds a resource that no architecture has to the element that has the one at `path`. */
  add(path: string): void {
    this.places.add(this.words.place(path), this.words.bucket, { name: 'x' });
  }

  /** Gives an output another text, or the value of another output. */
  output(name: string, other: { readonly text: string } | { readonly like: string }): void {
    const { holder, key } = this.words.output(this.places.artefact, name);
    const like = 'like' in other ? this.words.output(this.places.artefact, other.like) : undefined;
    holder[key] = like ? like.holder[like.key] : (other as { readonly text: string }).text;
  }

  /** Removes a resource from those that another one waits for. */
  unwait(path: string, other: string): void {
    const { holder, key } = this.words.waits(this.places.whole(this.words.place(path)));
    const id = this.places.id(this.words.place(other));
    if (!holder[key].includes(id)) throw new Error(`${path} doesn't wait for ${other}`);
    holder[key] = holder[key].filter((one: string) => one !== id);
  }

  /** Lets a resource wait for no other. */
  unwaitAll(path: string): void {
    const { holder, key } = this.words.waits(this.places.whole(this.words.place(path)));
    delete holder[key];
  }

  /** Lets the engine delete a resource that stays. */
  release(path: string): void {
    this.words.release(this.places.whole(this.words.place(path)));
  }

  /** Lets the engine change what it ignores after creation. */
  unignore(path: string): void {
    this.words.unignore(this.places.whole(this.words.place(path)));
  }

  private holding<Result>(path: string, property: string, use: (slot: Slot) => Result): Result {
    const keys = this.words.keys(property);
    const holder = keys.slice(0, -1).reduce(
      (value, key) => {
        if (value[key] === undefined) throw new Error(`${path} has no ${property}`);
        return value[key];
      },
      this.places.at(this.words.place(path, property)),
    );
    return use({ holder, key: keys.at(-1)! });
  }
}

const indexIn = (pieces: readonly unknown[], text: string): number =>
  pieces.findIndex((piece) => typeof piece === 'string' && piece.includes(text));

/** `LoadBalancer`, `Rule0` → `load-balancer`, `rule-0`; a name that has hyphens already keeps its words. */
export const kebab = (name: string): string =>
  (name.includes('-') ? name : name.replace(/(?!^)([A-Z]|(?<=[a-z])\d)/g, (letter) => `-${letter}`)).toLowerCase();
