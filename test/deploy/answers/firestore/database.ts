/** A document, in the words of Firestore's protocol. */
export interface Document {
  readonly name: string;
  readonly fields?: Readonly<Record<string, unknown>>;
  readonly createTime?: Timestamp;
  readonly updateTime?: Timestamp;
}

/** A moment, in the words of the protocol. */
export interface Timestamp {
  readonly seconds: number;
  readonly nanos: number;
}

/** A change of a document, in the words of the protocol: as much of it as is stood in for. */
export interface Write {
  readonly update?: Document;
  readonly delete?: string;
}

/** Why something isn't done, with its code of gRPC's. */
export class Refusal extends Error {
  constructor(
    readonly code: number,
    readonly details: string,
  ) {
    super(details);
  }
}

export const codes = { invalidArgument: 3, notFound: 5, aborted: 10, unimplemented: 12 } as const;

/** How long a transaction waits for another one before it is aborted, in milliseconds. */
const patience = 10_000;

/** Who has a document for themselves, and who waits for it. */
interface Lock {
  readonly holder: string;
  readonly waiting: (() => void)[];
}

/**
 * Documents and transactions, pessimistic as Firestore's own are for servers: a transaction has what it has read for
 * itself until it ends, and others wait.
 */
export class Database {
  private readonly documents = new Map<string, Document>();
  private readonly locks = new Map<string, Lock>();
  private readonly open = new Set<string>();
  private begun = 0;

  begin(): string {
    const transaction = `transaction ${++this.begun}`;
    this.open.add(transaction);
    return transaction;
  }

  /** The document of that name; undefined if there is none. Within a transaction it is locked. */
  async get(name: string, transaction?: string): Promise<Document | undefined> {
    checkId(name);
    if (transaction !== undefined) {
      this.checkOpen(transaction);
      await this.lock(name, transaction);
    }
    return this.documents.get(name);
  }

  /** The documents whose names begin so, in the order of their names. */
  list(prefix: string): readonly Document[] {
    return [...this.documents.values()]
      .filter(({ name }) => name.startsWith(prefix))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** Makes all of the changes, or none of them. */
  async commit(writes: readonly Write[], transaction?: string): Promise<Timestamp> {
    if (transaction !== undefined) this.checkOpen(transaction);
    const changer = transaction ?? this.begin();
    try {
      for (const write of writes) {
        const name = nameOf(write);
        checkId(name);
        await this.lock(name, changer);
      }
      const time = now();
      for (const write of writes) this.apply(write, time);
      return time;
    } finally {
      this.end(changer);
    }
  }

  rollback(transaction: string): void {
    this.checkOpen(transaction);
    this.end(transaction);
  }

  private apply({ update, delete: deleted }: Write, time: Timestamp): void {
    if (deleted !== undefined) this.documents.delete(deleted);
    if (update === undefined) return;
    const { createTime = time } = this.documents.get(update.name) ?? {};
    this.documents.set(update.name, { ...update, createTime, updateTime: time });
  }

  private checkOpen(transaction: string): void {
    if (!this.open.has(transaction)) throw new Refusal(codes.invalidArgument, 'the transaction is not open');
  }

  private async lock(name: string, holder: string): Promise<void> {
    const until = Date.now() + patience;
    for (let lock = this.locks.get(name); lock !== undefined; lock = this.locks.get(name)) {
      if (lock.holder === holder) return;
      const { waiting } = lock;
      const left = until - Date.now();
      if (left <= 0) throw new Refusal(codes.aborted, 'too much contention on these documents');
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, left);
        waiting.push(() => (clearTimeout(timer), resolve()));
      });
    }
    this.locks.set(name, { holder, waiting: [] });
  }

  private end(transaction: string): void {
    this.open.delete(transaction);
    for (const [name, { holder, waiting }] of this.locks) {
      if (holder !== transaction) continue;
      this.locks.delete(name);
      for (const go of waiting) go();
    }
  }
}

/** The document that is changed. */
function nameOf({ update, delete: deleted, ...rest }: Write): string {
  const name = update?.name ?? deleted;
  if (name === undefined || Object.values(rest).some((value) => value !== undefined && value !== null)) {
    throw new Refusal(
      codes.unimplemented,
      `only whole documents are changed here, not ${Object.keys(rest).join(', ')}`,
    );
  }
  return name;
}

/** What Firestore takes for the id of a document. */
function checkId(name: string): void {
  const id = name.split('/').at(-1)!;
  if (id === '' || id === '.' || id === '..' || /^__.*__$/.test(id) || Buffer.byteLength(id) > 1500) {
    throw new Refusal(codes.invalidArgument, `"${id}" is no id of a document`);
  }
}

function now(): Timestamp {
  const milliseconds = Date.now();
  return { seconds: Math.floor(milliseconds / 1000), nanos: (milliseconds % 1000) * 1_000_000 };
}
