import type { ResolvedArchitecture } from './architecture';
import { coldStartClashes } from './clash';
import { cyclesIn } from './cycle';
import { missing, type WrittenNames } from './existence';
import { isExisting } from './existing';
import { literalReferences } from './literal-check';
import { deadLetterLoops, eventLoops } from './loop';
import { kinds } from './kind';
import { camelCase, elementId, splitElementId } from './name';
import { checkExisting } from './existing-check';
import { checkIngress } from './ingress-check';
import { checkNetwork } from './network-check';
import type { Finding, Path } from './problem';
import { checkPrefixes } from './prefix-check';
import { checkReferences } from './reference-check';
import { checkSegments } from './route-check';
import { checkTriggers } from './trigger-check';
import { checkUses } from './use-check';

/**
 * Checks the parts of an architecture against each other, as far as every cloud requires it.
 *
 * @param isGiven true of a field whose whole value is that of a parameter
 */
export function validate(
  architecture: ResolvedArchitecture,
  written: WrittenNames,
  isGiven: (path: Path) => boolean,
): Finding[] {
  return [
    ...checkTargets(architecture),
    ...checkNames(architecture),
    ...checkReferences(architecture, written, isGiven),
    ...literalReferences(architecture, written),
    ...checkUses(architecture, written),
    ...checkTriggers(architecture, written),
    ...checkPrefixes(architecture),
    ...coldStartClashes(architecture),
    ...checkIngress(architecture),
    ...checkNetwork(architecture),
    ...checkHealth(architecture),
    ...checkRoutes(architecture, written),
    ...checkSegments(architecture),
    ...checkKeys(architecture),
    ...checkExisting(architecture),
    ...checkAlarms(architecture, written),
    ...cyclesIn(architecture),
    ...eventLoops(architecture),
    ...deadLetterLoops(architecture),
  ];
}

function checkTargets({ targets }: ResolvedArchitecture): Finding[] {
  return targets.flatMap((target, index) =>
    targets.indexOf(target) < index ? [{ path: ['targets', index], message: `${target} is listed twice` }] : [],
  );
}

function checkHealth({ services }: ResolvedArchitecture): Finding[] {
  return Object.entries(services)
    .filter(([, { healthCheck }]) => healthCheck.timeoutSeconds >= healthCheck.intervalSeconds)
    .map(([name, { healthCheck }]) => ({
      path: ['services', name, 'healthCheck', 'timeoutSeconds'],
      message: `must be less than intervalSeconds (${healthCheck.intervalSeconds}), got ${healthCheck.timeoutSeconds}`,
    }));
}

function checkRoutes({ apis }: ResolvedArchitecture, written: WrittenNames): Finding[] {
  return Object.entries(apis).flatMap(([api, { routes }]) => {
    const seen = new Map<string, string>();
    if (Object.keys(routes).length === 0)
      return [
        { path: ['apis', api, 'routes'], message: 'must have at least one route', hint: 'GET /: functions.<name>' },
      ];
    return Object.entries(routes).flatMap(([route, { to }]) => {
      const path = ['apis', api, 'routes', route];
      const findings: Finding[] = [];
      findings.push(...missing({ path }, 'functions', splitElementId(to).name, written));

      // Names of parameters don't tell routes apart.
      const shape = route.replace(/\{[^}+]*(\+?)\}/g, '{$1}');
      const first = seen.get(shape);
      if (first !== undefined) findings.push({ path, at: 'key', message: `matches the same requests as ${first}` });
      seen.set(shape, first ?? route);

      const parameters = [...route.matchAll(/\{([^}+]*)/g)].map(([, parameter = '']) => parameter);
      const twice = parameters.find((parameter, index) => parameters.indexOf(parameter) < index);
      if (twice !== undefined) findings.push({ path, at: 'key', message: `uses {${twice}} twice` });
      return findings;
    });
  });
}

function checkKeys({ tables }: ResolvedArchitecture): Finding[] {
  return Object.entries(tables)
    .filter(([, table]) => !isExisting(table))
    .filter(([, { partitionKey, sortKey }]) => sortKey?.name === partitionKey.name)
    .map(([name, { partitionKey }]) => ({
      path: ['tables', name, 'sortKey', 'name'],
      message: `must differ from the partition key's attribute, got ${JSON.stringify(partitionKey.name)}`,
    }));
}

const checkAlarms = ({ alarms }: ResolvedArchitecture, written: WrittenNames): Finding[] =>
  alarms ? missing({ path: ['alarms', 'notify'] }, 'topics', alarms.notify, written) : [];

/** Finds elements of one kind with the same name in engines: `a-1` and `a1` both become `A1`, and `a1FunctionUrl`. */
function checkNames(architecture: ResolvedArchitecture): Finding[] {
  return kinds.flatMap((kind) => {
    const owners = new Map<string, string>();
    return Object.keys(architecture[kind]).flatMap((name): Finding[] => {
      const plain = camelCase(name);
      const owner = owners.get(plain);
      owners.set(plain, owner ?? name);
      if (owner === undefined) return [];
      const message = `becomes ${plain} without hyphens, as ${elementId(kind, owner)} does`;
      return [{ path: [kind, name], at: 'key', message, hint: 'rename one of them' }];
    });
  });
}
