import { expectTexts } from '../../lib/facts/text';
import { architectureSpec } from '../../lib/model/architecture';
import type { TextFact } from '../../lib/facts/text-fact';
import type { Text } from '../../lib/model/text';
import { plainFunction } from '../model/architectures';

const architecture = architectureSpec.parse({
  name: 'shop',
  functions: { f: plainFunction },
  services: {
    hosted: { image: 'nginx', ingress: 'public', host: 'a.example.com' },
    plain: { image: 'nginx', ingress: 'public' },
  },
  apis: { lone: { routes: { 'ANY /{proxy+}': 'functions.f' } }, many: { routes: { 'GET /': 'functions.f' } } },
});
const ownTopic = { at: 'Shop/OwnTopic', attribute: 'Ref' };
const on = (cloud: 'aws' | 'gcp', text: Text, engineValues?: Record<string, TextFact>) =>
  expectTexts(
    { it: text },
    {
      architecture,
      target: `${cloud}-pulumi`,
      naming: { architecture: 'shop' },
      code: {},
      tags: {},
      ...(engineValues && { engineValues }),
    },
  )['it'];
const url = (kind: 'services' | 'apis', element: string): Text => [{ kind, element, attribute: 'url' }];

describe('a text as an artefact can state it', () => {
  it('has its literal braces escaped', () => expect(on('aws', ['a ${b}'])).toBe('a $${b}'));

  it('is the load balancer’s address on AWS, which services without a host share', () => {
    expect(on('aws', url('services', 'plain'))).toBe('${foundation.url}');
    expect(on('aws', url('services', 'hosted'))).toBe('http://a.example.com');
  });

  it("is a service's own address on GCP", () => {
    expect(on('gcp', url('services', 'hosted'))).toBe('${services.hosted.url}');
  });

  it('is the address of the function that an API is, on GCP', () => {
    expect(on('gcp', url('apis', 'lone'))).toBe('${functions.f.url}');
    expect(on('gcp', url('apis', 'many'))).toBe('${apis.many.url}');
    expect(on('aws', url('apis', 'lone'))).toBe('${apis.lone.url}');
  });

  it('keeps what stands around', () => {
    expect(on('aws', ['at ', ...url('apis', 'many'), '/x'])).toBe('at ${apis.many.url}/x');
  });

  describe('with a value that only the engine has', () => {
    const given = { parameter: 'own', engine: 'CDK' };

    it('is that value', () => expect(on('aws', [given], { own: ownTopic })).toEqual(ownTopic));

    it('has the pieces around it', () => {
      const value = { join: ['b-', ownTopic] };
      expect(on('aws', ['a-', given, '-c'], { own: value })).toEqual({ join: ['a-b-', ownTopic, '-c'] });
    });

    it('is a plain text where the engine’s value turned out to be one', () => {
      expect(on('gcp', ['a-', given], { own: 'b' })).toBe('a-b');
    });

    it('is a secret as a whole if the value is one', () => {
      expect(on('aws', ['a-', given], { own: { secret: true } })).toEqual({ secret: true });
    });

    it('names the parameter where no value is recorded', () => expect(on('aws', [given])).toBe('${parameters.own}'));
  });
});
