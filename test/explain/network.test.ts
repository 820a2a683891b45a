import { explainNetwork } from '../../lib/explain/network';
import { resolveObject } from '../model/architectures';

const inNetwork = { runtime: 'nodejs22', code: 'code', handler: 'index.handler', network: 'foundation' };

const sentencesOf = (architecture: object) =>
  Object.fromEntries(
    explainNetwork(resolveObject(architecture).architecture).map(({ target, sentences }) => [
      target,
      sentences.join(' '),
    ]),
  );

describe('explain: the network of the foundation', () => {
  it('counts the hours of NAT gateways and of the connector', () => {
    const all = sentencesOf({
      foundation: { network: { cidr: '10.0.0.0/16', natGateways: 2 } },
      functions: { f: inNetwork },
    });
    expect(all['aws-cdk']).toContain('2 NAT gateways, each with a public IPv4 address, 1,460 hours of each per month');
    expect(all['aws-pulumi']).toBe(all['aws-cdk']);
    expect(all['gcp-pulumi']).toContain('one Cloud NAT and one public IPv4 address, 730 hours');
    expect(all['gcp-pulumi']).not.toContain('connector');
    expect(all['gcp-cdktf']).toContain('2 instances of e2-micro, 1,460 hours per month');
  });

  it('names no network on Google Cloud that no element uses', () => {
    const all = sentencesOf({ foundation: { network: { cidr: '10.0.0.0/16', natGateways: 0 } } });
    expect(Object.keys(all)).toEqual(['aws-cdk', 'aws-pulumi']);
    expect(all['aws-cdk']).toContain('nothing by the hour');
  });

  it('says nothing about the default network', () => {
    expect(sentencesOf({ foundation: { network: 'default' } })).toEqual({});
  });
});
