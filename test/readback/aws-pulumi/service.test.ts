import { expectName } from '../../../lib/facts/name';
import type { Artefact } from '../../../lib/readback/artefact';
import { readFoundation } from '../../../lib/readback/aws-pulumi/foundation';
import { readService } from '../../../lib/readback/aws-pulumi/service';
import { pulumi, urnOf } from '../aws-pieces';
import { mutants, type Piece } from '../pieces';
import { around, ground, invokes, web } from './web';

const others = new Set<string | undefined>(around.map(({ owner }) => owner));

function said(artefact: Artefact) {
  const foundation = readFoundation(artefact);
  const service = readService('web', artefact);
  return { foundation, service, unrecognized: artefact.unrecognized().filter(({ owner }) => !others.has(owner)) };
}

const all = [...ground, ...web];

const open = (pieces: readonly Piece[], asked: readonly object[] = invokes) => pulumi([...pieces, ...around], asked);

const without = (...addresses: readonly string[]): Piece[] => all.filter(({ address }) => !addresses.includes(address));

const changed = (address: string, inputs: object): Piece[] =>
  all.map((piece) => {
    const before = piece.properties['inputs'] as object;
    return piece.address === address
      ? { ...piece, properties: { ...piece.properties, inputs: { ...before, ...inputs } } }
      : piece;
  });

const executedBy = (role: string) =>
  changed('shop-web-task-definition', { executionRoleArn: { $ref: { urn: urnOf(role), path: ['arn'] } } });

/** The pieces with other words in them, as they stand in a text of JSON. */
const changedText = (from: string, to: string): Piece[] =>
  JSON.parse(
    JSON.stringify(all).replace(JSON.stringify(from).slice(1, -1), JSON.stringify(to).slice(1, -1)),
  ) as Piece[];

describe('service and foundation in a recording of a Pulumi program', () => {
  const read = said(open(all));

  it('reads the service', () => {
    expect(read.service).toEqual({
      alarms: [],
      readOnlyFilesystem: false,
      architecture: 'x86_64',
      image: 'nginx',
      command: ['serve'],
      port: 8_080,
      environment: { GREETING: 'hello $${you}', SELF: '${foundation.url}' },
      secrets: { KEY: 'token', TOKEN: 'token' },
      cpu: 0.5,
      memoryMiB: 1_024,
      taskFamily: 'shop-web-01234567',
      logRetentionDays: 7,
      uses: { 'tables.visits': 'write' },
      ingress: 'public',
      host: 'a.example.com',
      path: '/a/*',
      priority: 12_345,
      healthCheck: { path: '/health', intervalSeconds: 30, timeoutSeconds: 5, healthyCount: 2, unhealthyCount: 3 },
      coldStart: { provisioned: 3 },
      publicAddresses: true,
      reachableFrom: ['foundation'],
      tags: { team: 'x' },
    });
  });

  it('reads the foundation', () => {
    expect(read.foundation).toEqual({
      network: 'default',
      ingress: { allow: ['10.0.0.0/8'], insecure: true, ports: [80] },
      loadBalancer: { deletionProtection: false, dropInvalidHeaders: true },
      otherwise: 404,
      executionPolicies: ['service-role/AmazonECSTaskExecutionRolePolicy'],
      exported: { '/triptych/shop/dev/ground/v1/publicSubnetIds': 'network.publicSubnetIds' },
      tags: { team: 'x' },
    });
  });

  it('understands everything', () => expect(read.unrecognized).toEqual([]));

  test.each<[what: string, Piece[], field: string, value: unknown]>([
    [
      'no rule that lets the load balancer in',
      without('shop-web-security-group-from-load-balancer'),
      'reachableFrom',
      [],
    ],
    ['no way out', without('shop-web-security-group-out'), 'reachableFrom', undefined],
    ['no listener rule', without('shop-web-rule'), 'ingress', undefined],
    ['no load balancer', changed('shop-web-service', { loadBalancers: undefined }), 'ingress', undefined],
    ['another priority', changed('shop-web-rule', { priority: 1 }), 'priority', 1],
    ['no policy of its own', without('shop-web-task-permissions'), 'uses', {}],
    ['the role that all tasks share', executedBy('shop-foundation-execution-role'), 'secrets', undefined],
    ['one role for all', executedBy('shop-web-task-role'), 'secrets', undefined],
    ['secrets that nobody may read', without('shop-web-execution-permissions'), 'secrets', undefined],
    ['tasks that can not start', without('shop-web-execution-policy'), 'secrets', undefined],
    ['a variable twice', changedText('"KEY"', '"GREETING"'), 'secrets', undefined],
    ['a secret twice', changedText('"KEY"', '"TOKEN"'), 'secrets', undefined],
    [
      'containers that are no JSON',
      changed('shop-web-task-definition', { containerDefinitions: '[' }),
      'image',
      undefined,
    ],
  ])('distinguishes %s', (_, pieces, field, value) => {
    const { service } = said(open(pieces));
    expect(service?.[field as keyof typeof service]).toEqual(value);
    expect(service).not.toEqual(read.service);
  });

  it('accepts only names of the formula', () => {
    const naming = { architecture: 'shop' };
    const right = expectName(naming, 'services', 'web', 32, 'port-8080');
    const named = (name: string) => said(open(changed('shop-web-target-group', { name })));
    expect(named(right)).toEqual(read);
    expect(named(expectName(naming, 'services', 'web', 32)).unrecognized).toHaveLength(1);
  });

  it('requires a name if the one of Pulumi would be too long', () => {
    const { unrecognized } = said(open(changed('shop-foundation-load-balancer', { name: undefined })));
    expect(unrecognized).toMatchObject([{ path: ['inputs', 'name'], value: undefined }]);
  });

  it('distinguishes another network from the default one', () => {
    const other = invokes.map((invoke) => (invoke.id === 'getVpc' ? { ...invoke, args: { id: 'vpc-1' } } : invoke));
    expect(said(open(all, other)).foundation?.network).toBeUndefined();
  });

  it('reports each single change', () => {
    const unseen = [...mutants(all)]
      .filter(({ at, pieces }) => !/options\.missing$|path\.missing$| one more$/.test(at) && !isBeside(pieces))
      .filter(({ pieces }) => JSON.stringify(said(open(pieces))) === JSON.stringify(read))
      .map(({ at }) => at);
    expect(unseen).toEqual([]);
  });
});

/** Whether something stands beside the one word that a reference has, which no recording writes. */
function isBeside(pieces: readonly Piece[]): boolean {
  let found = false;
  JSON.stringify(pieces, (_, value: unknown) => {
    const keys = typeof value === 'object' && value !== null ? Object.keys(value) : [];
    found ||= keys.length > 1 && keys.some((key) => key === '$ref' || key === '$join');
    if (keys.includes('$ref') && 'extra' in (value as { $ref: object }).$ref) found = true;
    return value;
  });
  return found;
}
