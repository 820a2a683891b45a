import type { Json } from '../../mutation/artefact';
import { resourcesOf, shown } from '../element';

const text = `
name: shop
functions:
  f: { runtime: nodejs22, code: code, handler: index.handler, secrets: { KEY: signing } }
  g: { runtime: nodejs22, code: code, handler: index.handler, secrets: { KEY: other } }
secrets: { signing: {}, other: { retain: false } }`;

describe('a secret on aws-cdk', () => {
  let s: Record<string, Json>;
  beforeAll(async () => {
    s = await resourcesOf(text, 'aws-cdk', 'secrets.signing');
  });

  it('is readable for the function that uses it, and for no other', async () => {
    const [f, g] = await Promise.all(['f', 'g'].map((name) => resourcesOf(text, 'aws-cdk', `functions.${name}`)));
    expect(JSON.stringify(f)).toContain('secretssigningSecret');
    expect(JSON.stringify(f)).not.toContain('secretsotherSecret');
    expect(JSON.stringify(g)).not.toContain('secretssigningSecret');
  });

  it('is stored again only if the placeholder changes', () => {
    expect(s['Secret'].Properties).toEqual({ SecretString: 'triptych: no value has been set' });
  });

  it('renders these resources and no others', () => {
    expect(shown(s)).toMatchInlineSnapshot(`
     "Secret:
       Type: AWS::SecretsManager::Secret
       Properties:
         SecretString: "triptych: no value has been set"
       UpdateReplacePolicy: Retain
       DeletionPolicy: RetainExceptOnCreate
     "
    `);
  });
});
