// Stands in for Firestore, which has no emulator that comes as a package: as much of its protocol as the examples take.
// Arguments: the port to listen on, a folder with @google-cloud/firestore in its node_modules, and the names of the
// databases that exist. Says when it listens.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { codes, Database, Refusal, type Write } from './database';
import type { Call, Done, Grpc, ProtoLoader, Stream } from './grpc';

const [port, folder, ...names] = process.argv.slice(2);
const require = createRequire(join(folder!, 'node_modules/'));
const grpc = require('@grpc/grpc-js') as Grpc;
const { loadSync } = require('@grpc/proto-loader') as ProtoLoader;

const databases = new Map(names.map((name) => [name, new Database()]));

/** The database that a request is for: its name is `projects/<project>/databases/<name>`. */
function databaseOf({ database: full }: { readonly database?: string }): Database {
  const name = full?.split('/')[3] ?? '';
  const database = databases.get(name);
  if (database === undefined) throw new Refusal(codes.notFound, `the database ${name} does not exist`);
  return database;
}

/** A transaction's name, which the protocol has in bytes. */
const nameOf = (transaction: Uint8Array | undefined): string | undefined =>
  transaction === undefined || transaction.length === 0 ? undefined : Buffer.from(transaction).toString();

interface Options {
  readonly readOnly?: unknown;
}

function begin(database: Database, options: Options | undefined): string {
  if (options?.readOnly) throw new Refusal(codes.unimplemented, 'there are no read-only transactions here');
  return database.begin();
}

interface BatchGet {
  readonly database?: string;
  readonly documents?: readonly string[];
  readonly transaction?: Uint8Array;
  readonly newTransaction?: Options;
}

async function batchGetDocuments(call: Stream<BatchGet>): Promise<void> {
  try {
    const { request } = call;
    const database = databaseOf(request);
    const fresh = request.newTransaction ? begin(database, request.newTransaction) : undefined;
    if (fresh !== undefined) call.write({ transaction: Buffer.from(fresh) });
    for (const name of request.documents ?? []) {
      const found = await database.get(name, fresh ?? nameOf(request.transaction));
      const readTime = { seconds: Math.floor(Date.now() / 1000), nanos: 0 };
      call.write(found ? { found, readTime } : { missing: name, readTime });
    }
    call.end();
  } catch (error) {
    call.emit('error', error);
  }
}

interface RunQuery {
  /** `projects/<project>/databases/<name>/documents` */
  readonly parent: string;
  readonly structuredQuery: {
    readonly from: readonly { readonly collectionId: string }[];
    readonly where?: unknown;
    readonly limit?: unknown;
  };
}

function runQuery(call: Stream<RunQuery>): void {
  try {
    const { parent, structuredQuery: query } = call.request;
    const [{ collectionId } = { collectionId: '' }] = query.from;
    if (query.where || query.limit) throw new Refusal(codes.unimplemented, 'only whole collections are read here');
    const readTime = { seconds: Math.floor(Date.now() / 1000), nanos: 0 };
    const found = databaseOf({ database: parent }).list(`${parent}/${collectionId}/`);
    for (const document of found) call.write({ document, readTime });
    if (found.length === 0) call.write({ readTime });
    call.end();
  } catch (error) {
    call.emit('error', error);
  }
}

/** A method that answers once. */
const once =
  <Request, Response>(answer: (request: Request) => Response | Promise<Response>) =>
  async ({ request }: Call<Request>, done: Done<Response>): Promise<void> => {
    try {
      done(null, await answer(request));
    } catch (error) {
      done(error as Error);
    }
  };

interface Begin {
  readonly database?: string;
  readonly options?: Options;
}

interface Commit {
  readonly database?: string;
  readonly writes?: readonly Write[];
  readonly transaction?: Uint8Array;
}

interface Rollback {
  readonly database?: string;
  readonly transaction: Uint8Array;
}

const protos = join(folder!, 'node_modules/@google-cloud/firestore/build/protos');
const loaded = loadSync('google/firestore/v1/firestore.proto', { includeDirs: [protos], longs: Number, oneofs: false });
const server = new grpc.Server();
server.addService(grpc.loadPackageDefinition(loaded).google.firestore.v1.Firestore.service, {
  batchGetDocuments,
  beginTransaction: once((request: Begin) => ({
    transaction: Buffer.from(begin(databaseOf(request), request.options)),
  })),
  commit: once(async (request: Commit) => {
    const { writes = [], transaction } = request;
    const commitTime = await databaseOf(request).commit(writes, nameOf(transaction));
    return { commitTime, writeResults: writes.map(() => ({ updateTime: commitTime })) };
  }),
  rollback: once((request: Rollback) => {
    databaseOf(request).rollback(nameOf(request.transaction) ?? '');
    return {};
  }),
  runQuery,
});
server.bindAsync(`127.0.0.1:${port}`, grpc.ServerCredentials.createInsecure(), (error) => {
  if (error) throw error;
  console.log('listening');
});
