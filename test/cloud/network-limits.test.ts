import { awsProblems } from '../../lib/cloud/aws/limits';
import { gcpProblems } from '../../lib/cloud/gcp/limits';
import type { Target } from '../../lib/model/target';
import { resolveObject } from '../model/architectures';

const onAws: readonly Target[] = ['aws-cdk'];
const onGcp: readonly Target[] = ['gcp-pulumi'];
const inNetwork = { runtime: 'nodejs22', code: 'code', handler: 'index.handler', network: 'foundation' };

/** The problems of a network, as the limits of a cloud state them. */
function problemsOf(targets: readonly Target[], network: unknown, elements: object): string[] {
  const foundation = network === undefined ? {} : { network };
  const { architecture } = resolveObject({ foundation, ...elements });
  const problems =
    targets === onAws ? awsProblems({ ...architecture, targets: [...targets] }) : gcpProblems(architecture);
  return problems
    .filter(({ path }) => path.includes('network'))
    .map(({ path, message, severity = 'error' }) => `${severity}: ${path.join('.')}: ${message}`);
}

describe('limits of networks', () => {
  it.each([
    ['the default network', undefined, ''],
    ['a network without NAT gateways', { cidr: '10.0.0.0/16', natGateways: 0 }, ' except S3 and DynamoDB'],
  ])('aws: warns of functions in %s', (_, network, except) => {
    expect(problemsOf(onAws, network, { functions: { f: inNetwork } })).toEqual([
      `warning: functions.f.network: cuts the function off from the internet and the APIs of AWS on aws${except}`,
    ]);
  });

  it('aws: accepts functions in a network with a NAT gateway', () => {
    expect(problemsOf(onAws, { cidr: '10.0.0.0/16' }, { functions: { f: inNetwork } })).toEqual([]);
  });

  it('aws: refuses services that can not pull their images, and more tasks than addresses', () => {
    const services = (provisioned: number) => ({ services: { s: { image: 'nginx', coldStart: { provisioned } } } });
    expect(problemsOf(onAws, { cidr: '10.0.0.0/16', natGateways: 0 }, services(1))).toEqual([
      'error: foundation.network.natGateways: must be 1 or more on aws for services.s, got 0',
    ]);
    // Two private subnets of /27, with 27 addresses each.
    expect(problemsOf(onAws, { cidr: '10.0.0.0/24' }, services(28))).toEqual([
      'error: foundation.network.cidr: must have 56 addresses in its private subnets on aws, for 28 tasks during a deployment, got 54',
    ]);
    expect(problemsOf(onAws, { cidr: '10.0.0.0/24' }, services(27))).toEqual([]);
  });

  it('gcp: counts the addresses of its subnetwork', () => {
    const services = (provisioned: number) => ({
      services: { s: { image: 'nginx', network: 'foundation', coldStart: { provisioned } } },
    });
    expect(problemsOf(onGcp, { cidr: '10.0.0.0/24' }, services(63))).toEqual([
      'error: foundation.network.cidr: must have 126 addresses in its subnetwork on gcp, for 63 instances, got 124',
    ]);
    expect(problemsOf(onGcp, { cidr: '10.0.0.0/24' }, services(62))).toEqual([]);
  });
});
