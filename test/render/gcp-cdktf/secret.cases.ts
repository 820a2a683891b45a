import type { Json } from '../../mutation/artefact';
import { resourcesOf, shown } from '../element';

const text = `
name: shop
functions:
  f: { runtime: nodejs22, code: code, handler: index.handler, secrets: { KEY: signing } }
  g: { runtime: nodejs22, code: code, handler: index.handler, secrets: { KEY: other } }
secrets: { signing: {}, other: { retain: false } }`;

describe('a secret on gcp-cdktf', () => {
  let s: Record<string, Json>;
  beforeAll(async () => {
    s = await resourcesOf(text, 'gcp-cdktf', 'secrets.signing');
  });

  it('is readable for the function that uses it, and for no other', async () => {
    const [f, g] = await Promise.all(['f', 'g'].map((name) => resourcesOf(text, 'gcp-cdktf', `functions.${name}`)));
    expect(JSON.stringify(f)).toContain('secrets_signing_Secret');
    expect(JSON.stringify(f)).not.toContain('secrets_other_Secret');
    expect(JSON.stringify(g)).not.toContain('secrets_signing_Secret');
  });

  it('is never stored again, and its first version may be disabled', () => {
    expect(s['SecretPlaceholder'].lifecycle.ignore_changes).toEqual(['secret_data', 'enabled']);
  });

  it('renders these resources and no others', () => {
    expect(shown(s)).toMatchInlineSnapshot(`
     "Secret:
       type: google_secret_manager_secret
       deletion_protection: true
       depends_on:
         - google_project_service.Architecture_foundation_EnableSecretmanager_6A5E3E7D
       lifecycle:
         prevent_destroy: true
       replication:
         user_managed:
           replicas:
             - location: \${var.region}
       secret_id: shop-signing-8eb9e13b
     SecretPlaceholder:
       type: google_secret_manager_secret_version
       deletion_policy: ABANDON
       lifecycle:
         ignore_changes:
           - secret_data
           - enabled
       secret: \${google_secret_manager_secret.Architecture_secrets_signing_Secret_796E08C1.id}
       secret_data: "triptych: no value has been set"
     "
    `);
  });
});
