import type { Json } from '../../mutation/artefact';
import { resourcesOf, shown } from '../element';

const text = `
name: shop
functions:
  f: { runtime: nodejs22, code: code, handler: index.handler, secrets: { KEY: signing } }
  g: { runtime: nodejs22, code: code, handler: index.handler, secrets: { KEY: other } }
secrets: { signing: {}, other: { retain: false } }`;

describe('a secret on gcp-pulumi', () => {
  let s: Record<string, Json>;
  beforeAll(async () => {
    s = await resourcesOf(text, 'gcp-pulumi', 'secrets.signing');
  });

  it('is readable for the function that uses it, and for no other', async () => {
    const [f, g] = await Promise.all(['f', 'g'].map((name) => resourcesOf(text, 'gcp-pulumi', `functions.${name}`)));
    expect(JSON.stringify(f)).toContain('shop-signing-secret');
    expect(JSON.stringify(f)).not.toContain('shop-other-secret');
    expect(JSON.stringify(g)).not.toContain('shop-signing-secret');
  });

  it('is never stored again, and its first version may be disabled', () => {
    expect(s['secret-placeholder'].options.ignoreChanges).toEqual(['secretData', 'enabled']);
  });

  it('renders these resources and no others', () => {
    expect(shown(s)).toMatchInlineSnapshot(`
     "secret:
       type: gcp:secretmanager/secret:Secret
       inputs:
         deletionProtection: true
         replication:
           userManaged:
             replicas:
               - location: <gcp:region>
         secretId: shop-signing-8eb9e13b
       options:
         dependsOn:
           - …::shop-foundation-enable-secretmanager
         retainOnDelete: true
     secret-placeholder:
       type: gcp:secretmanager/secretVersion:SecretVersion
       inputs:
         deletionPolicy: ABANDON
         secret: <shop-signing-secret.id>
         secretData: "triptych: no value has been set"
       options:
         ignoreChanges:
           - secretData
           - enabled
     "
    `);
  });
});
