import { Artefact } from '../../lib/readback/artefact';
import { mutants, type Piece } from './pieces';

/** What is said of the elements of a small shop that was written by hand, once for each engine. */
export const onAws = {
  function: {
    runtime: 'nodejs22',
    handler: 'index.handler',
    code: { sha256: 'c0de' },
    architecture: 'arm64',
    memoryMiB: 512,
    network: 'none',
    timeoutSeconds: 10,
    environment: { GREETING: 'hello $${you}', TABLE: '${tables.t.name}', SELF: 'at ${apis.a.url}/x' },
    http: 'public',
    uses: { 'tables.t': 'read' },
    triggers: [],
    coldStart: { provisioned: 5 },
    logFormat: 'text',
    tracing: false,
    logRetentionDays: 7,
    retry: { maxRetries: 2, maxAgeSeconds: 21_600 },
    alarms: [],
    invokedBy: [
      { by: 'anyone', through: 'alias' },
      { by: 'apis.a', through: 'alias' },
    ],
    tags: { team: 'x' },
  },
  table: {
    partitionKey: { name: 'id', type: 'string' },
    sortKey: { name: 'at', type: 'number' },
    ttlAttribute: 'end',
    pointInTimeRecovery: true,
    retain: true,
    tags: { team: 'x' },
  },
  api: {
    routes: { 'GET /orders/{id}': { to: 'functions.f' }, 'ANY /{proxy+}': { to: 'functions.f' } },
    accessLogs: true,
    alarms: [],
    logRetentionDays: 30,
    displayName: 'shop-a',
    tags: { team: 'x' },
  },
};

/** What an HTTP API writes of each request. */
export const accessLogFormat = JSON.stringify({
  requestId: '$context.requestId',
  time: '$context.requestTime',
  ip: '$context.identity.sourceIp',
  method: '$context.httpMethod',
  path: '$context.path',
  route: '$context.routeKey',
  status: '$context.status',
  latencyMilliseconds: '$context.responseLatency',
  responseBytes: '$context.responseLength',
  error: '$context.integrationErrorMessage',
});

/** The same on GCP, where a table has no keys and an API is a load balancer. */
export const onGcp = {
  function: {
    runtime: 'python3.13',
    handler: 'greet',
    code: { sha256: 'c0de' },
    network: 'none',
    memoryMiB: 1_024,
    timeoutSeconds: 10,
    environment: { GREETING: 'hello $${you}', TABLE: '${tables.t.name}', SELF: 'at ${apis.a.url}/x' },
    uses: { 'tables.t': 'read' },
    triggers: [],
    coldStart: { dynamic: { min: 2, max: 100 } },
    concurrencyPerInstance: 1,
    alarms: [],
    invokedBy: [{ by: 'apis.a', through: 'function' }],
    physicalNames: { function: 'shop-f-01234567', serviceAccount: 'shop-f-01234567' },
    needs: ['run.googleapis.com'],
    tags: { team: 'x' },
  },
  table: {
    ttlAttribute: 'end',
    pointInTimeRecovery: true,
    retain: true,
    physicalName: 'shop-t-01234567',
    needs: ['firestore.googleapis.com'],
  },
  api: {
    routes: { 'GET /orders/{id}': { to: 'functions.f' }, 'ANY /files/{rest+}': { to: 'functions.f' } },
    accessLogs: true,
    otherwise: 404,
    physicalName: 'shop-a-01234567',
    needs: ['compute.googleapis.com'],
    tags: { team: 'x' },
  },
};

/** An artefact to which one archive belongs. */
export const withCode = ({ stamp, resources }: Artefact): Artefact =>
  new Artefact(stamp, resources, [], (file) => (file === 'code.zip' ? 'c0de' : undefined));

/** An element of the shop: what reads it, and the pieces among which it lies. */
export interface Element<Fact> {
  readonly of: Piece['owner'];
  readonly pieces: readonly Piece[];
  readonly open: (pieces: readonly Piece[]) => Artefact;
  readonly read: (artefact: Artefact) => Fact;
}

/** What is said of an element, and what of it isn't understood. */
export function said<Fact>({ of, pieces, open, read }: Element<Fact>, changed = pieces) {
  const artefact = open(changed);
  const fact = read(artefact);
  return { fact, unrecognized: artefact.unrecognized().filter(({ owner }) => owner === of) };
}

/** Holds an element's reader to saying just that, and to seeing every single change of the element's pieces. */
export function saysJust<Fact>(element: Element<Fact>, fact: unknown, excused: readonly RegExp[] = []): void {
  it('reads every property', () => {
    const read = said(element);
    expect(read.fact).toEqual(fact);
    expect(read.unrecognized).toEqual([]);
  });

  it('reports each single change', () => {
    const right = JSON.stringify(said(element));
    const mine = element.pieces.filter(({ owner }) => owner === element.of);
    const others = element.pieces.filter(({ owner }) => owner !== element.of);
    const unseen = [...mutants(mine)]
      .filter(({ pieces }) => JSON.stringify(said(element, [...pieces, ...others])) === right)
      .map(({ at }) => at)
      .filter((at) => !excused.some((what) => what.test(at)));
    expect(unseen).toEqual([]);
  });

  it('reports each missing resource', () => {
    const right = JSON.stringify(said(element));
    const mine = element.pieces.filter(({ owner }) => owner === element.of);
    const unseen = mine.filter(
      (piece) =>
        JSON.stringify(
          said(
            element,
            element.pieces.filter((one) => one !== piece),
          ),
        ) === right,
    );
    expect(unseen.map(({ address }) => address)).toEqual([]);
  });

  it('reports a second one of each resource', () => {
    const right = JSON.stringify(said(element));
    const mine = element.pieces.filter(({ owner }) => owner === element.of);
    const unseen = mine.filter(
      (piece) =>
        JSON.stringify(said(element, [...element.pieces, { ...piece, address: `${piece.address}-two` }])) === right,
    );
    expect(unseen.map(({ address }) => address)).toEqual([]);
  });
}

/** Pieces in which one has other properties. */
export const changed = <Fact>(
  { pieces }: Element<Fact>,
  address: string,
  change: (properties: Record<string, unknown>) => object,
): Piece[] =>
  pieces.map((piece) =>
    piece.address === address
      ? { ...piece, properties: change(piece.properties as Record<string, unknown>) as Piece['properties'] }
      : piece,
  );
