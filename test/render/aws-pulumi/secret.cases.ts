import type { Json } from '../../mutation/artefact';
import { resourcesOf, shown } from '../element';

const text = `
name: shop
functions:
  f: { runtime: nodejs22, code: code, handler: index.handler, secrets: { KEY: signing } }
  g: { runtime: nodejs22, code: code, handler: index.handler, secrets: { KEY: other } }
secrets: { signing: {}, other: { retain: false } }`;

describe('a secret on aws-pulumi', () => {
  let s: Record<string, Json>;
  beforeAll(async () => {
    s = await resourcesOf(text, 'aws-pulumi', 'secrets.signing');
  });

  it('is readable for the function that uses it, and for no other', async () => {
    const [f, g] = await Promise.all(['f', 'g'].map((name) => resourcesOf(text, 'aws-pulumi', `functions.${name}`)));
    expect(JSON.stringify(f)).toContain('shop-signing-secret');
    expect(JSON.stringify(f)).not.toContain('shop-other-secret');
    expect(JSON.stringify(g)).not.toContain('shop-signing-secret');
  });

  it("is never stored again, and doesn't count as deleted when the version stages move", () => {
    expect(s['secret-placeholder'].options.ignoreChanges).toEqual(['secretString', 'versionStages']);
    expect(s['secret-placeholder'].inputs.versionStages).toContain('placeholder');
  });

  it('renders these resources and no others', () => {
    expect(shown(s)).toMatchInlineSnapshot(`
     "secret:
       type: aws:secretsmanager/secret:Secret
       inputs: {}
       options:
         retainOnDelete: true
     secret-placeholder:
       type: aws:secretsmanager/secretVersion:SecretVersion
       inputs:
         secretId: <shop-signing-secret.id>
         secretString: "triptych: no value has been set"
         versionStages:
           - AWSCURRENT
           - placeholder
       options:
         retainOnDelete: true
         ignoreChanges:
           - secretString
           - versionStages
     "
    `);
  });
});
