import { reader } from '../../../lib/readback/gcp-pulumi/reader';
import { pulumi, urnOf } from '../aws-pieces';
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
                {
                  name: 'TOKEN',
                  valueSource: { secretKeyRef: { secret: to('shop-token-secret', 'id'), version: 'latest' } },
                },
              ],
              resources: { limits: { cpu: '2', memory: '8Gi' }, cpuIdle: true, startupCpuBoost: true },
              startupProbe: { ...probe, periodSeconds: 5, failureThreshold: 48 },
              livenessProbe: { ...probe, periodSeconds: 300, failureThreshold: 10 },
            },
          ],
        },
        traffics: [{ type: 'TRAFFIC_TARGET_ALLOCATION_TYPE_LATEST', percent: 100 }],
      },
      options: {
        dependsOn: [
          ...needs('run').dependsOn,
          ...['shop-web-use-secrets-token', 'shop-web-use-services-other', 'shop-token-secret-placeholder'].map(urnOf),
        ],
      },
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
  {
    address: 'shop-web-use-secrets-token',
    type: 'gcp:secretmanager/secretIamMember:SecretIamMember',
    owner: 'services.web',
    properties: {
      inputs: {
        secretId: to('shop-token-secret', 'id'),
        role: 'roles/secretmanager.secretAccessor',
        member: to('shop-web-service-account', 'member'),
      },
    },
  },
  {
    address: 'shop-web-use-services-other',
    type: 'gcp:cloudrun/iamMember:IamMember',
    owner: 'services.web',
    properties: {
      inputs: {
        location: region,
        service: to('shop-other-service', 'name'),
        role: 'roles/run.invoker',
        member: to('shop-web-service-account', 'member'),
      },
    },
  },
];

/** What others have read already. */
const around = (
  [
    ['services.other', 'shop-other-service', 'cloudrunv2/service:Service'],
    ['secrets.token', 'shop-token-secret', 'secretmanager/secret:Secret'],
    ['secrets.token', 'shop-token-secret-placeholder', 'secretmanager/secretVersion:SecretVersion'],
  ] as const
).map(([owner, address, type]): Piece => ({ address, type: `gcp:${type}`, owner, properties: { inputs: {} } }));

function read(changed: readonly Piece[] = pieces) {
  const artefact = pulumi([...changed, ...around, ...services], []);
  const fact = reader.nouns.services('web', artefact);
  return { fact, unrecognized: artefact.unrecognized().filter(({ owner }) => owner === 'services.web') };
}

test('service: reads every property', () => {
  expect(read()).toEqual({
    fact: {
      alarms: [],
      cpuAlways: false,
      requestsPerInstance: 80,
      image: 'nginx',
      command: ['sh', 'echo ${HOME}'],
      port: 80,
      environment: { MODE: 'fast', OTHER: 'at ${services.other.url}/x' },
      secrets: { TOKEN: 'token' },
      cpu: 2,
      memoryMiB: 8_192,
      network: 'none',
      ingress: 'none',
      healthCheck: { path: '/health', intervalSeconds: 300, timeoutSeconds: 5, unhealthyCount: 10 },
      coldStart: { provisioned: 1 },
      triggers: [],
      uses: { 'secrets.token': 'read', 'services.other': 'invoke' },
      physicalNames: { service: 'shop-web-12345678', serviceAccount: 'shop-web-12345678' },
      needs: ['run.googleapis.com'],
      tags: { team: 'shop' },
    },
    unrecognized: [],
  });
});

describe('service: is different if', () => {
  const right = JSON.stringify(read());
  test.each([...mutants(pieces)].map(({ at, pieces: changed }) => [at, changed] as const))(
    '%s changes',
    (_, changed) => {
      expect(JSON.stringify(read(changed))).not.toBe(right);
    },
  );

  test('a variable has a text and a secret', () => {
    const twice = JSON.stringify(pieces).replace('{"name":"TOKEN"', '{"name":"MODE"');
    expect(read(JSON.parse(twice) as Piece[]).fact?.secrets).toBeUndefined();
  });

  test('two variables have one name', () => {
    const twice = JSON.stringify(pieces).replace('{"name":"OTHER"', '{"name":"MODE"');
    expect(read(JSON.parse(twice) as Piece[]).fact?.environment).toBeUndefined();
  });
});
