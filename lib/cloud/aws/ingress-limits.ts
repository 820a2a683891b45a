import type { ResolvedArchitecture } from '../../model/architecture';
import { firstRange } from '../../model/cidr';
import { elementId } from '../../model/name';
import { existingOnAwsIn } from '../../model/network';
import type { Finding } from '../../model/problem';
import { othersToo } from '../others';
import { portsOf } from './listener';

const ingress = ['foundation', 'ingress'];

/** AWS's limits that the foundation's ingress exceeds, and warnings. */
export const ingressProblems = (architecture: ResolvedArchitecture): Finding[] => [
  ...schemeProblems(architecture),
  ...certificateProblems(architecture),
  ...clearTextWarnings(architecture),
  ...hostWarnings(architecture),
  ...allowProblems(architecture),
];

const publicIn = ({ services }: ResolvedArchitecture): string[] =>
  Object.keys(services).filter((name) => services[name]!.ingress === 'public');

/** Requires a choice between HTTPS and plain HTTP where something is to reach the load balancer. */
function schemeProblems(architecture: ResolvedArchitecture): Finding[] {
  const { foundation } = architecture;
  if (!foundation || foundation.ingress.insecure) return [];
  const { https, allow } = foundation.ingress;
  if (https) {
    if (https.aws) return [];
    return [
      {
        path: [...ingress, 'https'],
        message: 'must name a certificate on aws, got none',
        hint: 'write https: {aws: {certificateArn: …}}, or remove the AWS targets from `targets`',
      },
    ];
  }
  const [first] = publicIn(architecture);
  const isForAll = allow.every((range) => range === '0.0.0.0/0');
  if (first === undefined && isForAll) return [];
  return [
    {
      path: ingress,
      message: `needs \`https\` or \`insecure: true\` on aws, because ${first === undefined ? '`allow` is given' : `${elementId('services', first)} is public`}`,
      hint:
        'write https: {aws: {certificateArn: …}} for HTTPS with a certificate of AWS Certificate Manager, or ' +
        'insecure: true for plain HTTP',
    },
  ];
}

/** A certificate is in the load balancer's region, which only the zones of a given network tell. */
function certificateProblems({ foundation }: ResolvedArchitecture): Finding[] {
  const region = /^arn:[a-z-]+:acm:([a-z0-9-]+):/.exec(foundation?.ingress.https?.aws?.certificateArn ?? '')?.[1];
  const zone = existingOnAwsIn(foundation?.network)?.availabilityZones[0];
  const there = zone?.replace(/[a-z]$/, '');
  if (region === undefined || there === undefined || region === there) return [];
  return [
    {
      path: [...ingress, 'https', 'aws', 'certificateArn'],
      message: `must be in the region of the network, ${there}, got ${region}`,
      hint: `request the certificate in ${there}, too: a load balancer uses certificates of its own region`,
    },
  ];
}

/** Warns of services that the load balancer serves without TLS: once for all. */
function clearTextWarnings(architecture: ResolvedArchitecture): Finding[] {
  const [first, ...others] = publicIn(architecture);
  if (first === undefined || !architecture.foundation?.ingress.insecure) return [];
  return [
    {
      severity: 'warning',
      path: ['services', first, 'ingress'],
      message:
        'is plain HTTP on port 80 of the load balancer on aws: requests and responses travel in clear text' +
        othersToo(others.map((name) => elementId('services', name))),
      hint: 'use foundation.ingress.https with a certificate of a domain, or send no personal data or credentials',
    },
  ];
}

/** Warns of services whose URL is the load balancer's own name, which no certificate of a user includes: once for all. */
function hostWarnings(architecture: ResolvedArchitecture): Finding[] {
  const { foundation, services } = architecture;
  if (!foundation?.ingress.https?.aws) return [];
  const [first, ...others] = publicIn(architecture).filter((name) => services[name]!.host === undefined);
  if (first === undefined) return [];
  return [
    {
      severity: 'warning',
      path: ['services', first, 'ingress'],
      message:
        "has a URL with the load balancer's own name on aws, which the certificate doesn't include: clients refuse it" +
        othersToo(others.map((name) => elementId('services', name))),
      hint: 'set `host` to a name in the certificate, and point that name to the load balancer',
    },
  ];
}

/** https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html */
const rulesPerGroup = 60;

function allowProblems({ foundation }: ResolvedArchitecture): Finding[] {
  if (!foundation) return [];
  const { allow } = foundation.ingress;
  const path = [...ingress, 'allow'];
  const ranges = new Set(allow).size;
  const ports = Math.max(portsOf(foundation.ingress).length, 1);
  const most = rulesPerGroup / ports;
  return [
    ...allow.flatMap((range, index): Finding[] => {
      const network = firstRange(range);
      if (network === range) return [];
      return [
        {
          path: [...path, index],
          message: `must begin with the first address of its range on aws, got ${range}`,
          hint: `write ${network}`,
        },
      ];
    }),
    ...(ranges > most
      ? [
          {
            path,
            message: `must be at most ${most} ranges${ports > 1 ? ' with https' : ''} on aws, got ${ranges}`,
            ...(ports > 1 && { hint: `a security group has ${rulesPerGroup} rules, one for each range and port` }),
          },
        ]
      : []),
  ];
}
