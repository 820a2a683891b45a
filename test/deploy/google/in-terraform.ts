import { createServer, type IncomingMessage } from 'node:http';
import type { Cloud } from '../terraform/cloud';
import { refusalOf } from './refusals';
import type { GoogleResource } from './resource';

/** A request of the stand-in for Google's provider: to create or change a resource, or to read a data source. */
type Asked = GoogleResource | { readonly read: string };

/** A project of Google Cloud behind the stand-in for Terraform's provider, which asks it over a socket. */
export class GoogleServices {
  /** Enforces domain-restricted sharing. */
  restrictsDomains = false;
  /** The environment variable that tells the stand-in where to ask. */
  readonly environment: Readonly<Record<string, string>>;
  private readonly read = new Set<string>();
  private readonly server = createServer((request, response) => {
    void textOf(request).then((text) => {
      const message = this.answer(JSON.parse(text) as Asked);
      response.writeHead(message === undefined ? 200 : 400).end(message);
    });
  });

  constructor(
    private readonly cloud: Cloud,
    socket: string,
  ) {
    this.server.listen(socket);
    this.environment = { GOOGLE_STAND_IN_ASKS: socket };
  }

  stop(): void {
    this.server.close();
  }

  private answer(asked: Asked): string | undefined {
    if ('read' in asked) {
      this.read.add(asked.read);
      return undefined;
    }
    const { read, restrictsDomains } = this;
    return refusalOf(asked, { id: 'shop-dev', resources: this.cloud.inOrder(), read, restrictsDomains });
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
