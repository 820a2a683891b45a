import { planOf } from '../gcp-shop';
import { synthesize } from './stack';

describe('the foundation on gcp-cdktf', () => {
  const { ofType, rendered } = synthesize(planOf({ foundation: { network: 'default' } }));

  test('enables the services that it needs, and never disables them', () => {
    const enabled = Object.values(ofType('google_project_service'));
    expect(enabled.map(({ service }) => service)).toEqual([
      'artifactregistry.googleapis.com',
      'cloudresourcemanager.googleapis.com',
      'compute.googleapis.com',
      'iam.googleapis.com',
      'parametermanager.googleapis.com',
      'storage.googleapis.com',
      'vpcaccess.googleapis.com',
    ]);
    expect(enabled.every(({ disable_on_destroy: off }) => off === false)).toBe(true);
  });

  test('reads the default network', () => {
    expect(ofType('google_compute_network')).toEqual({});
    expect(ofType('data.google_compute_network')).toMatchObject({ 'foundation/Network': { name: 'default' } });
    expect(ofType('data.google_compute_subnetwork')).toMatchObject({
      'foundation/Subnetwork': { name: 'default', region: '${var.region}' },
    });
  });

  test('connects to the network', () => {
    expect(ofType('google_vpc_access_connector')['foundation/Connector']).toMatchInlineSnapshot(`
     {
       "depends_on": [
         "google_project_service.Architecture_foundation_EnableCompute_BC4CFD67",
         "google_project_service.Architecture_foundation_EnableVpcaccess_2CCB1B2A",
       ],
       "ip_cidr_range": "10.8.234.128/28",
       "machine_type": "e2-micro",
       "max_instances": 3,
       "min_instances": 2,
       "name": "shop-ground-7a6237ca",
       "network": "default",
       "region": "\${var.region}",
     }
    `);
  });

  test('is exported as one document, with references to values known after the deployment', () => {
    const version = ofType('google_parameter_manager_parameter_version')['foundation/GroundVersion']!;
    const document = JSON.parse(version['parameter_data'] as string) as Record<string, unknown>;
    expect(document).toMatchObject({ schema: 1, project: '${var.project}', region: '${var.region}' });
    expect(Object.keys(document)).toEqual(Object.keys(document).sort());
    expect(document['connector']).toMatch(/^\$\{google_vpc_access_connector\.\w+\.id\}$/);
  });

  test('depends on the services that must be enabled first', () => {
    const connector = ofType('google_vpc_access_connector')['foundation/Connector']!;
    expect(connector['depends_on']).toEqual([
      expect.stringContaining('EnableCompute'),
      expect.stringContaining('EnableVpcaccess'),
    ]);
    const network = ofType('data.google_compute_network')['foundation/Network']!;
    expect(network['depends_on']).toEqual([expect.stringContaining('EnableCompute')]);
  });

  test('exposes its resources to an app', () => {
    expect(rendered.foundation.build!.sourceBucket.forceDestroyInput).toBe(true);
    expect(rendered.foundation.network!.connector.minInstances).toBeDefined();
    expect(rendered.foundation.exported!.parameter.parameterIdInput).toBe('triptych-shop-dev-ground');
    expect(Object.keys(rendered.foundation.services)).toContain('compute.googleapis.com');
  });
});

test('foundation on gcp-cdktf: without a network, reads none and connects to none', () => {
  const { ofType, rendered } = synthesize(planOf({ foundation: {} }, 'prod'));
  expect(ofType('data.google_compute_network')).toEqual({});
  expect(ofType('google_vpc_access_connector')).toEqual({});
  expect(rendered.foundation.network).toBeUndefined();
  expect(rendered.foundation.exported!.parameter.parameterIdInput).toBe('triptych-shop-prod-ground');
});

test('architecture on gcp-cdktf: without a foundation and functions, enables only the services that it uses', () => {
  const { rendered } = synthesize(planOf({ services: { web: { image: 'nginx' } } }));
  expect(Object.keys(rendered.foundation.services)).toEqual(['iam.googleapis.com', 'run.googleapis.com']);
  expect(rendered.foundation).toMatchObject({ build: undefined, network: undefined, exported: undefined });
});
