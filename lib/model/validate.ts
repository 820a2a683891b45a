import type { ResolvedArchitecture } from './architecture';
import { coldStartClashes } from './clash';
import { cyclesIn } from './cycle';
import { verbs } from './grant';
import { camelCase, elementId, kinds, splitElementId, type Kind } from './name';
import { didYouMean, nearest } from './nearest';
import { outputNameOf, publicReferences } from './output';
import type { Finding, Path } from './problem';
import { formatReference } from './reference';
import { formatText, referencesIn, type Text, type WithEnvironment } from './text';

/** The names of the elements that were written, by kind: also of those that are wrong in themselves. */
export type WrittenNames = Readonly<Record<Kind, readonly string[]>>;

/** Checks what parts of an architecture say of each other, as far as it holds for every cloud. */
export function validate(architecture: ResolvedArchitecture, written: WrittenNames): Finding[] {
  return [
    ...checkTargets(architecture),
    ...checkNames(architecture),
    ...checkEnvironments(architecture, written),
    ...checkUses(architecture, written),
    ...coldStartClashes(architecture),
    ...checkHealth(architecture),
    ...checkRoutes(architecture, written),
    ...checkKeys(architecture),
    ...checkOutputs(architecture, written),
    ...checkOutputNames(architecture),
    ...cyclesIn(architecture),
  ];
}

function checkTargets({ targets }: ResolvedArchitecture): Finding[] {
  return targets.flatMap((target, index) =>
    targets.indexOf(target) < index ? [{ path: ['targets', index], message: `${target} is written twice` }] : [],
  );
}

function checkEnvironments(architecture: ResolvedArchitecture, written: WrittenNames): Finding[] {
  return (['functions', 'services'] as const).flatMap((kind) =>
    Object.entries<WithEnvironment>(architecture[kind]).flatMap(([name, { environment }]) =>
      Object.entries(environment).flatMap(([variable, text]) =>
        checkReferences(text, [kind, name, 'environment', variable], architecture, written),
      ),
    ),
  );
}

function checkReferences(text: Text, path: Path, architecture: ResolvedArchitecture, written: WrittenNames): Finding[] {
  return referencesIn(text).flatMap((reference) => {
    const { kind, element, attribute } = reference;
    const names = written[kind];
    if (!names.includes(element)) {
      return [
        { path, message: `there is no ${elementId(kind, element)}`, ...hintOf(meantElement(kind, element, names)) },
      ];
    }
    const hint = attribute === 'url' ? urlIsMissing(architecture, kind, element) : undefined;
    return hint === undefined ? [] : [{ path, message: `${elementId(kind, element)} has no url`, hint }];
  });
}

function meantElement(kind: Kind, name: string, names: readonly string[]): string | undefined {
  const ids = names.map((known) => elementId(kind, known));
  const meant = nearest(name, names);
  if (meant !== undefined) return `did you mean ${elementId(kind, meant)}?`;
  return ids.length > 0 && ids.length <= 10 ? `there are ${ids.join(', ')}` : undefined;
}

/** What gives an element a URL, if it has none; an element that is wrong in itself is given the benefit of the doubt. */
function urlIsMissing({ functions, services }: ResolvedArchitecture, kind: Kind, name: string): string | undefined {
  if (kind === 'functions' && functions[name] && functions[name].http === undefined)
    return 'give it http: private, or public';
  if (kind === 'services' && services[name]?.ingress === 'none') return 'give it ingress: public';
  return undefined;
}

function checkUses({ functions }: ResolvedArchitecture, written: WrittenNames): Finding[] {
  return Object.entries(functions).flatMap(([name, { uses }]) =>
    Object.entries(uses).flatMap(([id, verb]): Finding[] => {
      const path = ['functions', name, 'uses', id];
      const { kind, name: element } = splitElementId(id as `${Kind}.${string}`);
      const allowed: readonly string[] | undefined = Object.hasOwn(verbs, kind)
        ? verbs[kind as keyof typeof verbs]
        : undefined;
      if (!allowed) {
        const usable = Object.keys(verbs);
        const isKind = (kinds as readonly string[]).includes(kind);
        const message = isKind ? `${kind} can't be used, only ${usable.join(', ')}` : `there is no kind ${kind}`;
        return [{ path, at: 'key', message, ...hintOf(isKind ? undefined : didYouMean(kind, usable)) }];
      }
      if (!written[kind].includes(element))
        return [
          { path, at: 'key', message: `there is no ${id}`, ...hintOf(meantElement(kind, element, written[kind])) },
        ];
      if (!allowed.includes(verb)) return [{ path, message: `must be one of ${allowed.join(', ')}, got "${verb}"` }];
      return [];
    }),
  );
}

function checkHealth({ services }: ResolvedArchitecture): Finding[] {
  return Object.entries(services)
    .filter(([, { healthCheck }]) => healthCheck.timeoutSeconds >= healthCheck.intervalSeconds)
    .map(([name, { healthCheck }]) => ({
      path: ['services', name, 'healthCheck', 'timeoutSeconds'],
      message: `must be less than intervalSeconds, ${healthCheck.intervalSeconds}, got ${healthCheck.timeoutSeconds}`,
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
      const { name } = splitElementId(to);
      if (!written.functions.includes(name))
        findings.push({
          path,
          message: `there is no ${to}`,
          ...hintOf(meantElement('functions', name, written.functions)),
        });

      // Names of parameters don't tell routes apart.
      const shape = route.replace(/\{[^}+]*(\+?)\}/g, '{$1}');
      const first = seen.get(shape);
      if (first !== undefined) findings.push({ path, at: 'key', message: `takes the same requests as ${first}` });
      seen.set(shape, first ?? route);

      const parameters = [...route.matchAll(/\{([^}+]*)/g)].map(([, parameter = '']) => parameter);
      const twice = parameters.find((parameter, index) => parameters.indexOf(parameter) < index);
      if (twice !== undefined) findings.push({ path, at: 'key', message: `names {${twice}} twice` });
      return findings;
    });
  });
}

function checkKeys({ tables }: ResolvedArchitecture): Finding[] {
  return Object.entries(tables)
    .filter(([, { partitionKey, sortKey }]) => sortKey?.name === partitionKey.name)
    .map(([name, { partitionKey }]) => ({
      path: ['tables', name, 'sortKey', 'name'],
      message: `must be another attribute than the partition key's, got ${JSON.stringify(partitionKey.name)}`,
    }));
}

function checkOutputs(architecture: ResolvedArchitecture, written: WrittenNames): Finding[] {
  return Object.entries(architecture.outputs).flatMap(([name, text]): Finding[] => {
    const path = ['outputs', name];
    if (text.length === 1 && typeof text[0] === 'object') return checkReferences(text, path, architecture, written);
    return [
      { path, message: `must be one reference, such as \${apis.public.url}, got ${JSON.stringify(formatText(text))}` },
    ];
  });
}

/** Elements of one kind that engines would call the same: `a-1` and `a1` are both `A1` there, and `a1FunctionUrl`. */
function checkNames(architecture: ResolvedArchitecture): Finding[] {
  return kinds.flatMap((kind) => {
    const owners = new Map<string, string>();
    return Object.keys(architecture[kind]).flatMap((name): Finding[] => {
      const plain = camelCase(name);
      const owner = owners.get(plain);
      owners.set(plain, owner ?? name);
      if (owner === undefined) return [];
      const message = `is ${plain} without its hyphens, as ${elementId(kind, owner)} is`;
      return [{ path: [kind, name], at: 'key', message, hint: 'choose another name for one of them' }];
    });
  });
}

/** Names in `outputs` that an element's own output has. */
function checkOutputNames(architecture: ResolvedArchitecture): Finding[] {
  const replaced = new Set(
    Object.values(architecture.outputs).flatMap((text) => referencesIn(text).map(formatReference)),
  );
  return publicReferences(architecture)
    .filter((reference) => !replaced.has(formatReference(reference)))
    .filter((reference) => Object.hasOwn(architecture.outputs, outputNameOf(reference)))
    .map((reference) => ({
      path: ['outputs', outputNameOf(reference)],
      at: 'key',
      message: `${elementId(reference.kind, reference.element)} has an output of this name by default`,
      hint: 'choose another one',
    }));
}

const hintOf = (hint: string | undefined): { hint?: string } => (hint === undefined ? {} : { hint });
