import fc from 'fast-check';
import { planListeners, portsOf } from '../../../lib/cloud/aws/listener';
import { expectAwsIngress } from '../../../lib/facts/load-balancer';
import type { ResolvedIngress } from '../../../lib/model/ingress';

const certificateArn = 'arn:aws:acm:eu-west-1:111122223333:certificate/12345678-1234-1234-1234-123456789012';

const ingress: fc.Arbitrary<ResolvedIngress> = fc.record({
  allow: fc.uniqueArray(fc.constantFrom('10.0.0.0/8', '0.0.0.0/0', '192.168.0.0/16'), { minLength: 1 }),
  https: fc.constantFrom(undefined, { aws: { certificateArn } }, { gcp: { certificate: 'a' } }),
  insecure: fc.boolean(),
});

test('listeners: answer over plain HTTP only where the model says insecure, and nothing where it chooses nothing', () => {
  fc.assert(
    fc.property(ingress, (one) => {
      const { plain, secure } = planListeners(one);
      const isReached = portsOf(one).includes(80);
      if (isReached && plain.action.kind === 'response') expect(one.insecure).toBe(true);
      if (!one.https?.aws && !one.insecure) expect(portsOf(one)).toEqual([]);
      expect(secure?.certificateArn).toBe(one.https?.aws?.certificateArn);
    }),
  );
});

test('listeners: are those that are promised', () => {
  fc.assert(
    fc.property(ingress, (one) => {
      const { plain, secure } = planListeners(one);
      const promised = expectAwsIngress(one);
      expect([plain, secure].flatMap((listener) => listener?.port ?? [])).toEqual(promised.ports);
      expect(secure?.tlsPolicy).toBe(promised.tlsPolicy);
      expect(plain.action).toMatchObject(
        promised.redirect ? { kind: 'redirect', ...promised.redirect } : { kind: 'response', status: 404 },
      );
      expect(promised.allow.length > 0).toBe(portsOf(one).length > 0);
    }),
  );
});
