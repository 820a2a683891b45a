import { expectTexts } from '../../lib/facts/text';
import { architectureSpec } from '../../lib/model/architecture';
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
const on = (cloud: 'aws' | 'gcp', text: Text) => expectTexts({ it: text }, cloud, architecture)['it'];
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
});
