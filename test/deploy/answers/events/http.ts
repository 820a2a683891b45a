import { createServer, type IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';

/** What a stand-in answers: a status, and a body that is JSON, or whatever it is. */
export interface Reply {
  readonly status: number;
  readonly body: object | Buffer;
}

/** A request, as far as stand-ins look at it. */
export interface Request {
  readonly method: string;
  /** The parts of the path, decoded. */
  readonly path: readonly string[];
  readonly query: URLSearchParams;
  readonly type: string;
  readonly body: Buffer;
}

/** Serves HTTP on a port of the loopback interface, and returns what ends it. */
export async function serveHttp(port: number, answer: (request: Request) => Reply): Promise<() => void> {
  const server = createServer((incoming, response) => {
    void read(incoming).then((request) => {
      const { status, body } = answer(request);
      const isFile = Buffer.isBuffer(body);
      response.writeHead(status, { 'content-type': isFile ? 'application/octet-stream' : 'application/json' });
      response.end(isFile ? body : JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve, reject) => server.on('error', reject).listen(port, '127.0.0.1', resolve));
  return () => {
    server.close();
    server.closeAllConnections();
  };
}

async function read(incoming: IncomingMessage): Promise<Request> {
  const { pathname, searchParams } = new URL(incoming.url!, 'http://localhost');
  return {
    method: incoming.method!,
    path: pathname.split('/').slice(1).map(decodeURIComponent),
    query: searchParams,
    type: incoming.headers['content-type'] ?? '',
    body: await buffer(incoming),
  };
}
