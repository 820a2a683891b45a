import { readFoundation } from '../../../lib/readback/gcp/foundation';
import { dialect } from '../../../lib/readback/gcp-pulumi/dialect';
import { pulumi } from '../aws-pieces';
import { mutants, type Piece } from '../pieces';
import { agents, build, enabled, exported, invokes, services } from './ground';

const whole = [...services, ...build, ...agents, ...exported];

function read(pieces: readonly Piece[], asked: readonly object[] = invokes) {
  const artefact = pulumi(pieces, asked);
  return { fact: readFoundation(dialect, artefact), unrecognized: artefact.unrecognized() };
}

test('foundation: reads every property', () => {
  expect(read(whole)).toEqual({
    fact: {
      services: enabled.map((service) => `${service}.googleapis.com`),
      build: {
        bucket: 'shop-ground-12345678',
        repository: 'shop-ground-12345678',
        serviceAccount: 'shop-ground-12345678',
        roles: {
          project: [
            'roles/logging.logWriter',
            'roles/storage.objectViewer if resource.name.startsWith("projects/_/buckets/gcf-v2-sources-")',
          ],
          bucket: ['roles/storage.objectViewer'],
          repository: ['roles/artifactregistry.writer'],
        },
      },
      asks: ['project', 'storage'],
      agents: ['pubsub'],
      waits: ['agents', 'build'],
      exported: {
        name: 'triptych-shop-dev-ground',
        version: 'v1',
        keys: ['buildServiceAccount', 'project', 'region', 'repository', 'schema', 'sourceBucket'],
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

  test('the project that is looked up is another one', () => {
    const [, storage] = invokes;
    const { unrecognized } = read(whole, [{ ...invokes[0], args: { projectId: 'other' } }, storage!]);
    expect(unrecognized).toContainEqual(expect.objectContaining({ resource: 'getProject' }));
  });
});
