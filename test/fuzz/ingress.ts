import fc from 'fast-check';
import { maybe, within } from './pieces';

const range = fc
  .tuple(fc.nat(255), fc.nat(255), fc.nat(255), fc.nat(255), within(0, 32))
  .map(([a, b, c, d, length]) => {
    const address = ((a * 256 + b) * 256 + c) * 256 + d;
    const first = Math.floor(address / 2 ** (32 - length)) * 2 ** (32 - length);
    return `${[24, 16, 8, 0].map((shift) => Math.floor(first / 2 ** shift) % 256).join('.')}/${length}`;
  });

/** A network of the ground's own. Tasks need a NAT gateway, and each is in a zone. */
const ownNetwork = fc
  .record({
    cidr: fc.constantFrom('10.0.0.0/16', '172.20.0.0/16'),
    zones: maybe(within(2, 3)),
    natGateways: maybe(within(1, 2)),
  })
  .map(({ zones, natGateways, ...rest }) => ({
    ...rest,
    ...(zones && { zones }),
    ...(natGateways && { natGateways }),
  }));

/** A ground as it is drawn: which of HTTPS and plain HTTP it has may have to be chosen for it. */
export interface RawGround {
  readonly network?: 'default' | object;
  readonly aws?: object;
  readonly ingress?: { readonly allow?: readonly string[] };
  readonly scheme?: 'https' | 'insecure';
  readonly loadBalancer?: object;
}

export const ground: fc.Arbitrary<RawGround> = fc.record(
  {
    network: fc.oneof(fc.constant('default' as const), ownNetwork),
    aws: fc.record({
      permissionsBoundary: maybe(fc.constant(`arn:aws:iam::${'1'.repeat(12)}:policy/boundary`)),
      rolePath: maybe(fc.constantFrom('/team/', '/a/b-c/')),
    }),
    ingress: fc.record(
      {
        allow: fc
          .record({ open: fc.constantFrom(true, true, true, false), ranges: fc.array(range, { maxLength: 4 }) })
          .map(({ open, ranges }) => (open || ranges.length === 0 ? [...ranges, '0.0.0.0/0'] : ranges)),
      },
      { requiredKeys: [] },
    ),
    scheme: fc.constantFrom('https' as const, 'insecure' as const),
    loadBalancer: fc.record({
      accessLogs: maybe(fc.record({ aws: fc.record({ bucket: fc.constant('acme-logs'), prefix: maybe(prefix()) }) })),
      deletionProtection: maybe(fc.boolean()),
      dropInvalidHeaders: maybe(fc.boolean()),
    }),
  },
  { requiredKeys: [] },
);

function prefix(): fc.Arbitrary<string> {
  return fc.constantFrom('a', 'web/shop', "a-b_c.d!*'()");
}

const schemes = {
  https: { https: { aws: { certificateArn: `arn:aws:acm:eu-west-1:${'1'.repeat(12)}:certificate/1-a` } } },
  insecure: { insecure: true },
};

/** The foundation as somebody could write it. AWS requires a scheme where somebody is to reach the load balancer. */
export function groundOf({ scheme, ingress, ...others }: RawGround, isReached: boolean): object {
  const isForSome = ingress?.allow?.some((one) => one !== '0.0.0.0/0') ?? false;
  const chosen = scheme ?? (isReached || isForSome ? 'insecure' : undefined);
  return {
    ...others,
    ...((ingress ?? chosen) && { ingress: { ...ingress, ...(chosen && schemes[chosen]) } }),
  };
}
