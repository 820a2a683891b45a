import { request } from 'node:http';
import type { Row } from '../requests';

/** An answer, as a client sees it. */
export interface Answer {
  readonly status: number;
  /** The header `content-type`. */
  readonly type: string | undefined;
  readonly body: string;
}

/**
 * Sends a request just as its row has it: a path isn't tidied up on the way.
 *
 * @param base where the function answers, over plain HTTP; what it has of a path goes before the row's
 * @param host the header `host`, where it isn't the base's own
 */
export function ask(base: string, row: Omit<Row, 'status' | 'answer'>, host?: string): Promise<Answer> {
  const { hostname, port, pathname } = new URL(base);
  const { method, path = '/', query, headers, body = '', bodyBase64 } = row;
  const bytes = bodyBase64 === undefined ? Buffer.from(body) : Buffer.from(bodyBase64, 'base64');
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        hostname,
        port,
        method,
        path: pathname.replace(/\/$/, '') + path + (query === undefined ? '' : `?${query}`),
        headers: {
          ...headers,
          // Where a body is unusual, Node would send it without its length.
          ...(bytes.length > 0 && { 'content-length': bytes.length }),
          ...(host !== undefined && { host }),
        },
        agent: false,
      },
      (response) => {
        const chunks: Buffer[] = [];
        response
          .on('data', (chunk: Buffer) => chunks.push(chunk))
          .on('error', reject)
          .on('end', () =>
            resolve({
              status: response.statusCode!,
              type: response.headers['content-type'],
              body: Buffer.concat(chunks).toString(),
            }),
          );
      },
    );
    sent.on('error', reject).end(bytes);
  });
}

/** What a row of a table promises, as a client sees it; the body as the value that it says in JSON. */
export const promised = ({ method, status, answer }: Row) => ({
  status,
  type: 'application/json',
  body: method === 'HEAD' ? undefined : answer,
});

/** The same of an answer. */
export const said = ({ body, ...rest }: Answer) => ({ ...rest, body: body === '' ? undefined : valueOf(body) });

/** What a body says in JSON; itself if it isn't JSON. */
function valueOf(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}

/** A row in the words of a request, for the name of a test. */
export function nameOf({ method, path = '/', query, headers, body, bodyBase64 }: Row): string {
  const line = `${method} ${path}${query === undefined ? '' : `?${query}`}`;
  const type = Object.entries(headers ?? {}).map(([name, value]) => `${name}: ${value}`);
  const words = [line, ...type, body, bodyBase64].filter((word) => word !== undefined).join(' ');
  return words.length > 100 ? `${words.slice(0, 97)}...` : words;
}
