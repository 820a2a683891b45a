import { readFoundation } from '../../../lib/readback/gcp/foundation';
import { dialect } from '../../../lib/readback/gcp-pulumi/dialect';
import { pulumi } from '../aws-pieces';
import { mutants, type Piece } from '../pieces';
import { build, enabled, exported, invokes, services } from './ground';

const whole = [...services, ...build, ...exported];

function read(pieces: readonly Piece[], asked: readonly object[] = invokes) {
  const artefact = pulumi(pieces, asked);
  return { fact: readFoundation(dialect, artefact), unrecognized: artefact.unrecognized() };
}

test('foundation: reads every property', () => {
  expect(read(whole)).toEqual({
    fact: {
      network: 'default',
      services: enabled.map((service) => `${service}.googleapis.com`),
      build: {
        bucket: 'shop-ground-12345678',
        repository: 'shop-ground-12345678',
        serviceAccount: 'shop-ground-12345678',
        roles: {
          project: ['roles/logging.logWriter'],
          bucket: ['roles/storage.objectViewer'],
          repository: ['roles/artifactregistry.writer'],
        },
      },
      connector: { name: 'shop-ground-12345678', range: '10.8.1.16/28', minInstances: 2, maxInstances: 3 },
      exported: {
        name: 'triptych-shop-dev-ground',
        version: 'v1',
        keys: [
          'buildServiceAccount',
          'connector',
          'network',
          'project',
          'region',
          'repository',
          'schema',
          'sourceBucket',
          'subnetwork',
        ],
      },
      tags: { team: 'shop' },
    },
    unrecognized: [],
  });
});

test('foundation: reads nothing without resources', () => {
  expect(read([], []).fact).toBeUndefined();
});

describe('foundation: is different if', () => {
  const right = JSON.stringify(read(whole));

  test.each([...mutants(whole)].map(({ at, pieces }) => [at, pieces] as const))('%s changes', (_, pieces) => {
    expect(JSON.stringify(read(pieces))).not.toBe(right);
  });

  test.each(whole.map(({ address }) => address))('%s is missing', (address) => {
    expect(JSON.stringify(read(whole.filter((piece) => piece.address !== address)))).not.toBe(right);
  });

  test('the network and the subnetwork have different names', () => {
    const [network, subnetwork] = invokes;
    const { unrecognized } = read(whole, [{ ...network, args: { name: 'other' } }, subnetwork!]);
    expect(unrecognized).toContainEqual(expect.objectContaining({ resource: 'getSubnetwork', path: ['args', 'name'] }));
  });
});
