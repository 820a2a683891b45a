import { planOf } from '../gcp-shop';
import { record, type Recorded } from './program';

describe('the foundation on gcp-pulumi', () => {
  let recorded: Recorded;
  beforeAll(async () => {
    recorded = await record(planOf({ foundation: { network: 'default' } }));
  });

  test('reads the default network and its subnetwork, and creates none', () => {
    expect(recorded.invokes.map(({ token, args }) => [token, args])).toEqual([
      ['gcp:compute/getNetwork:getNetwork', { name: 'default' }],
      [
        'gcp:compute/getSubnetwork:getSubnetwork',
        { name: 'default', region: { $ref: { config: 'gcp:region', path: [] } } },
      ],
    ]);
    expect(recorded.resources.filter(({ type }) => type.startsWith('gcp:compute'))).toEqual([]);
  });

  test('connects to the network', () => {
    const { inputs, options } = recorded.ofType('vpcaccess/connector:Connector')['shop-foundation-connector']!;
    expect(inputs).toMatchInlineSnapshot(`
     {
       "ipCidrRange": "10.8.234.128/28",
       "machineType": "e2-micro",
       "maxInstances": 3,
       "minInstances": 2,
       "name": "shop-ground-7a6237ca",
       "network": "default",
       "region": {
         "$ref": {
           "config": "gcp:region",
           "path": [],
         },
       },
     }
    `);
    expect(options.dependsOn).toEqual([
      expect.stringMatching(/::shop-foundation-enable-compute$/),
      expect.stringMatching(/::shop-foundation-enable-vpcaccess$/),
    ]);
  });

  test('is exported as one readable document, which is deleted before its replacement is created', () => {
    const version = recorded.ofType('parametermanager/parameterVersion:ParameterVersion');
    const { inputs, options } = version['shop-foundation-ground-version']!;
    const { $join: pieces } = inputs['parameterData'] as unknown as { readonly $join: readonly unknown[] };
    const text = pieces.map((piece) => (typeof piece === 'string' ? piece : '…')).join('');
    expect(text).toBe(
      '{"buildServiceAccount":"…","connector":"…","network":"…","project":"…","region":"…","repository":"…",' +
        '"schema":1,"sourceBucket":"…","subnetwork":"…"}',
    );
    expect(options).toEqual({ deleteBeforeReplace: true });
  });

  test('exposes its resources to an app', () => {
    const { build, network, exported, services } = recorded.rendered.foundation;
    expect([build?.sourceBucket, network?.connector, exported?.version]).not.toContain(undefined);
    expect(Object.keys(services)).toContain('vpcaccess.googleapis.com');
  });
});
