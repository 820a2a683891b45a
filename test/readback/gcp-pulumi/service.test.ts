import { readService } from '../../../lib/readback/gcp-pulumi/service';
import { pulumi } from '../aws-pieces';
import { mutants, type Piece } from '../pieces';
import { needs, region, services, to } from './ground';

const probe = { httpGet: { path: '/health', port: 80 }, timeoutSeconds: 5 };

const pieces: readonly Piece[] = [
  {
    address: 'shop-web-service',
    type: 'gcp:cloudrunv2/service:Service',
    owner: 'services.web',
    properties: {
      inputs: {
        name: 'shop-web-12345678',
        location: region,
        ingress: 'INGRESS_TRAFFIC_INTERNAL_ONLY',
        invokerIamDisabled: false,
        deletionProtection: false,
        labels: { team: 'shop' },
        scaling: { scalingMode: 'MANUAL', manualInstanceCount: 1 },
        template: {
          serviceAccount: to('shop-web-service-account', 'email'),
          maxInstanceRequestConcurrency: 80,
          containers: [
            {
              image: 'nginx',
              args: ['sh', 'echo ${HOME}'],
              ports: { containerPort: 80 },
              envs: [
                { name: 'MODE', value: 'fast' },
                { name: 'OTHER', value: { $join: ['at ', to('shop-other-service', 'uri'), '/x'] } },
              ],
              resources: { limits: { cpu: '2', memory: '8Gi' }, cpuIdle: true, startupCpuBoost: true },
              startupProbe: { ...probe, periodSeconds: 5, failureThreshold: 48 },
              livenessProbe: { ...probe, periodSeconds: 300, failureThreshold: 10 },
            },
          ],
        },
        traffics: [{ type: 'TRAFFIC_TARGET_ALLOCATION_TYPE_LATEST', percent: 100 }],
      },
      options: needs('run'),
    },
  },
  {
    address: 'shop-web-service-account',
    type: 'gcp:serviceaccount/account:Account',
    owner: 'services.web',
    properties: {
      inputs: { accountId: 'shop-web-12345678', displayName: 'shop services.web' },
      options: needs('iam'),
    },
  },
];

const other: Piece = {
  address: 'shop-other-service',
  type: 'gcp:cloudrunv2/service:Service',
  owner: 'services.other',
  properties: { inputs: {} },
};

function read(changed: readonly Piece[] = pieces) {
  const artefact = pulumi([...changed, other, ...services], []);
  const fact = readService('web', artefact);
  return { fact, unrecognized: artefact.unrecognized().filter(({ owner }) => owner === 'services.web') };
}

test('says what a service is', () => {
  expect(read()).toEqual({
    fact: {
      image: 'nginx',
      command: ['sh', 'echo ${HOME}'],
      port: 80,
      environment: { MODE: 'fast', OTHER: 'at ${services.other.url}/x' },
      cpu: 2,
      memoryMiB: 8_192,
      ingress: 'none',
      healthCheck: { path: '/health', intervalSeconds: 300, timeoutSeconds: 5, unhealthyCount: 10 },
      coldStart: { provisioned: 1 },
      uses: {},
      physicalNames: { service: 'shop-web-12345678', serviceAccount: 'shop-web-12345678' },
      needs: ['run.googleapis.com'],
      tags: { team: 'shop' },
    },
    unrecognized: [],
  });
});

describe('fails to find it right where', () => {
  const right = JSON.stringify(read());
  test.each([...mutants(pieces)].map(({ at, pieces: changed }) => [at, changed] as const))(
    '%s changes',
    (_, changed) => {
      expect(JSON.stringify(read(changed))).not.toBe(right);
    },
  );

  test('a variable is there twice', () => {
    const twice = JSON.stringify(pieces).replace('{"name":"OTHER"', '{"name":"MODE"');
    expect(read(JSON.parse(twice) as Piece[]).fact?.environment).toBeUndefined();
  });
});
