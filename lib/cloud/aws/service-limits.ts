import { basesIn, mostWorkersOf } from '../../model/cold-start';
import type { ResolvedArchitecture } from '../../model/architecture';
import type { Finding, Path } from '../../model/problem';
import type { ResolvedService } from '../../model/service';
import { fargateMemories } from './fargate';
import { listenerPriorities } from './listener-rule';
import { covers } from './pattern';

/** AWS's limits that services exceed, and warnings. */
export function serviceProblems(architecture: ResolvedArchitecture): Finding[] {
  const services = Object.entries(architecture.services);
  return [
    ...(architecture.foundation ? [] : services.map(([name]) => withoutFoundation(['services', name]))),
    ...services.flatMap(([name, spec]) => [
      ...(spec.image.aws === undefined ? [withoutImage(['services', name, 'image'])] : []),
      ...memoryProblems(['services', name, 'memoryMiB'], spec),
      ...minimumProblems(['services', name, 'coldStart'], spec),
      ...(spec.ingress === 'public' ? ruleProblems(['services', name], spec) : []),
    ]),
    ...cpus(architecture),
    ...listenerProblems(architecture),
  ];
}

const withoutImage = (path: Path): Finding => ({
  path,
  message: 'is required for aws',
  hint: 'write {aws: …, gcp: …}, or leave the AWS targets out of `targets`',
});

const withoutFoundation = (path: Path): Finding => ({
  path,
  at: 'key',
  message: 'requires a foundation on aws',
  hint: 'add `foundation: {}`',
});

function memoryProblems(path: Path, { cpu, memoryMiB }: ResolvedService): Finding[] {
  const allowed = fargateMemories(cpu);
  if (allowed.includes(memoryMiB)) return [];
  const next = allowed.find((memory) => memory >= memoryMiB);
  return [
    {
      path,
      message: `must be ${inWords(allowed)} for ${cpu} CPU on aws, got ${memoryMiB}`,
      hint:
        next === undefined ? 'Fargate allows more memory only with more CPU' : `Fargate's next larger size is ${next}`,
    },
  ];
}

const inWords = (memories: readonly number[]): string =>
  memories.length <= 4
    ? `one of ${memories.join(', ')}`
    : `${memories[0]} to ${memories.at(-1)} in steps of ${memories[1]! - memories[0]!}`;

/** ECS doesn't start tasks on demand: with no task, requests fail. */
function minimumProblems(path: Path, { coldStart: { warming, dynamic, utilization } }: ResolvedService): Finding[] {
  // With warming, it must be 0; warming itself is refused.
  if (warming) return [];
  return Object.entries({ dynamic, utilization })
    .filter(([, bounds]) => bounds?.min === 0)
    .map(([base]) => ({
      path: [...path, base, 'min'],
      message: 'must be 1 or more on aws, got 0',
      hint: "ECS doesn't start tasks on demand: with no task, requests fail",
    }));
}

const wildcardsPerRule = 5;

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-condition-types.html */
function ruleProblems(path: Path, { host, path: pattern, healthCheck }: ResolvedService): Finding[] {
  const findings: Finding[] = [];
  if (host !== undefined && !/^(?!-)[A-Za-z0-9-]+(?:\.(?!-)[A-Za-z0-9-]+)+$/.test(host)) {
    findings.push({
      path: [...path, 'host'],
      message: `must be a host name on aws, got ${JSON.stringify(host)}`,
      hint: "it becomes the host of the service's URL: letters, digits, hyphens and dots, without wildcards",
    });
  }
  if (!/^\/[\w\-.$/~"'@:+&*?]*$/.test(pattern)) {
    findings.push({
      path: [...path, 'path'],
      message: `must be letters, digits and _-.$/~"'@:+& with the wildcards * and ? on aws, got ${JSON.stringify(pattern)}`,
    });
  }
  const wildcards = pattern.replace(/[^*?]/g, '').length;
  if (wildcards > wildcardsPerRule) {
    findings.push({
      path: [...path, 'path'],
      message: `must have at most ${wildcardsPerRule} wildcards on aws, got ${wildcards}`,
    });
  }
  if (!/^\/[!-~]{0,1023}$/.test(healthCheck.path)) {
    findings.push({
      path: [...path, 'healthCheck', 'path'],
      message: `must be at most 1024 visible ASCII characters on aws, got ${healthCheck.path.length <= 1_024 ? JSON.stringify(healthCheck.path) : healthCheck.path.length}`,
    });
  }
  return findings;
}

/** Virtual CPUs that a new account may run on Fargate: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-quotas.html */
const cpusPerAccount = 6;

function cpus({ services }: ResolvedArchitecture): Finding[] {
  const wanted = Object.entries(services)
    .map(([name, { cpu, coldStart }]) => ({
      name,
      base: basesIn(coldStart)[0]!,
      cpus: cpu * (mostWorkersOf(coldStart) ?? 0),
    }))
    .sort((a, b) => b.cpus - a.cpus);
  const total = wanted.reduce((sum, one) => sum + one.cpus, 0);
  if (total <= cpusPerAccount) return [];
  return [
    {
      severity: 'warning',
      path: ['services', wanted[0]!.name, 'coldStart', wanted[0]!.base],
      message: `services may use ${total} vCPUs in total; an account on aws has ${cpusPerAccount} by default`,
      hint: 'request a higher Fargate quota from AWS before you deploy',
    },
  ];
}

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html */
const rulesPerBalancer = 100;

/** Checks the rules on the listener: their number, their priorities, and that each can match a request. */
function listenerProblems(architecture: ResolvedArchitecture): Finding[] {
  const exposed = Object.entries(architecture.services).filter(([, { ingress }]) => ingress === 'public');
  if (exposed.length > rulesPerBalancer) {
    return [
      {
        path: ['services'],
        message: `must be at most ${rulesPerBalancer} services with ingress: public on aws, got ${exposed.length}`,
        hint: 'the limit of rules on a load balancer',
      },
    ];
  }
  const priorities = listenerPriorities(architecture);
  const inOrder = exposed
    .map(([name, spec]) => ({ name, spec, priority: priorities[name]! }))
    .sort((a, b) => a.priority - b.priority);
  return inOrder.flatMap((rule, index) => {
    const earlier = inOrder.slice(0, index);
    const twin = earlier.find(({ priority }) => priority === rule.priority);
    const rival = earlier.find(({ spec }) => takesAll(spec, rule.spec));
    return [
      ...(twin ? [samePriority(rule.name, twin.name, rule.priority)] : []),
      ...(rival ? [neverReached(rule.name, rival.name)] : []),
    ];
  });
}

const takesAll = (earlier: ResolvedService, later: ResolvedService): boolean =>
  (earlier.host === undefined || earlier.host.toLowerCase() === later.host?.toLowerCase()) &&
  covers(earlier.path, later.path);

const samePriority = (name: string, twin: string, priority: number): Finding => ({
  path: ['services', name, 'priority'],
  message: `must be unique on aws: services.${twin} also has priority ${priority}`,
  hint: 'choose another priority, or leave it out',
});

const neverReached = (name: string, rival: string): Finding => ({
  path: ['services', name],
  at: 'key',
  message: `never receives requests on aws: services.${rival} matches them first`,
  hint: 'give it another host or path, or a smaller priority',
});
