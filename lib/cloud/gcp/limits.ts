import type { ResolvedArchitecture } from '../../model/architecture';
import type { Finding, Path } from '../../model/problem';
import { loneFunction } from './approximation';
import { circlesOf } from './circle';
import { deliveryWarnings } from './delivery-limits';
import { environmentProblems } from './environment-limits';
import { exportName } from './foundation';
import { handlerProblems } from './handler-limits';
import { instanceWarnings } from './instance-limits';
import { openFunctions } from './invoker-limits';
import { nameProblems } from './name-limits';
import { networkProblems } from './network-limits';
import { pathProblems } from './path-limits';
import { windowsWithImages } from './schedule-limits';
import { labelProblems } from './tag';
import { textProblems } from './text-limits';
import { triggerProblems } from './trigger-limits';

/**
 * Google Cloud's limits that an architecture exceeds, and warnings. Refusals are in `lib/support`. The architecture is
 * valid in itself: its references resolve and its routes differ.
 */
export function gcpProblems(architecture: ResolvedArchitecture, env?: string): Finding[] {
  return [
    ...missingOnGcp(architecture),
    ...handlerProblems(architecture),
    ...environmentProblems(architecture),
    ...textProblems(architecture),
    ...triggerProblems(architecture),
    ...labelProblems(architecture.tags),
    ...routeProblems(architecture),
    ...pathProblems(architecture),
    ...tableProblems(architecture),
    ...nameProblems(architecture, env),
    ...networkProblems(architecture),
    ...foundationProblems(architecture, env),
    ...circlesOf(architecture),
    ...plainApis(architecture),
    ...openFunctions(architecture),
    ...windowsWithImages(architecture, env),
    ...quotaWarnings(architecture),
    ...instanceWarnings(architecture),
    ...deliveryWarnings(architecture),
  ];
}

/** Values that are missing on Google Cloud: they are written for AWS only. */
const missingOnGcp = ({ functions, services }: ResolvedArchitecture): Finding[] =>
  [
    ...Object.entries(functions).flatMap(([name, { code, handler }]) => [
      { path: ['functions', name, 'code'], value: code },
      { path: ['functions', name, 'handler'], value: handler },
    ]),
    ...Object.entries(services).map(([name, { image }]) => ({ path: ['services', name, 'image'], value: image })),
  ]
    .filter(({ value }) => value.gcp === undefined)
    .map(({ path }) => ({
      path,
      message: 'is required for gcp',
      hint: 'write {aws: …, gcp: …}, or leave the Google Cloud targets out of `targets`',
    }));

/** The most parameters in a path: https://cloud.google.com/load-balancing/docs/url-map-concepts#wildcards-regx-dynamic */
const mostParameters = 5;

const routeProblems = ({ apis }: ResolvedArchitecture): Finding[] =>
  Object.entries(apis).flatMap(([name, { routes }]) =>
    Object.keys(routes)
      .map((route) => ({ route, parameters: route.split('{').length - 1 }))
      .filter(({ parameters }) => parameters > mostParameters)
      .map(({ route, parameters }) => ({
        path: ['apis', name, 'routes', route],
        at: 'key' as const,
        message: `must have at most ${mostParameters} parameters on gcp, got ${parameters}`,
        hint: 'match the rest of the path with one parameter: {rest+}',
      })),
  );

/** A field's name that needs no quotes in a field path: https://cloud.google.com/firestore/quotas#indexes */
const plainField = /^(?!__.*__$)[A-Za-z_][A-Za-z0-9_]*$/;

const tableProblems = ({ tables }: ResolvedArchitecture): Finding[] =>
  Object.entries(tables)
    .filter(([, { ttlAttribute }]) => ttlAttribute !== undefined && !plainField.test(ttlAttribute))
    .map(([name, { ttlAttribute }]) => ({
      path: ['tables', name, 'ttlAttribute'],
      message: `must be letters, digits and _ on gcp, and not __…__, got ${JSON.stringify(ttlAttribute)}`,
      hint: 'in Firestore, a dot separates nested fields',
    }));

/** The longest name of a parameter: https://cloud.google.com/secret-manager/parameter-manager/docs/quotas */
const longestParameter = 63;

function foundationProblems({ name, foundation }: ResolvedArchitecture, env?: string): Finding[] {
  const parameter = exportName(name, env);
  if (!foundation || parameter.length <= longestParameter) return [];
  return [
    {
      path: ['foundation'],
      message: `must be exported under at most ${longestParameter} characters on gcp, got ${parameter.length}: ${parameter}`,
      hint: 'shorten the name of the architecture or of the environment',
    },
  ];
}

const warn = (path: Path, message: string, hint: string): Finding => ({ severity: 'warning', path, message, hint });

const plainApis = ({ apis, functions }: ResolvedArchitecture): Finding[] =>
  Object.keys(apis)
    .filter((name) => !loneFunction(apis[name]!, { functions }))
    .map((name) =>
      warn(
        ['apis', name],
        'is served over plain HTTP at an IP address on gcp: anyone on the way can read and change requests, tokens included',
        'use the single route ANY /{proxy+} to a function without triggers or warming, which gives the API the ' +
          'HTTPS address of that function, or place a proxy with a TLS certificate before the API',
      ),
    );

/**
 * A new project's default quota: https://cloud.google.com/iam/quotas, https://cloud.google.com/firestore/quotas
 */
const quota = 100;

/** Warns of numbers above a project's default quotas. */
function quotaWarnings({ functions, services, tables }: ResolvedArchitecture): Finding[] {
  const count = (elements: object): number => Object.keys(elements).length;
  // The jobs of an element have a service account, and its triggers have another one.
  const callers = [functions, services].flatMap((elements) =>
    Object.values(elements).flatMap(({ coldStart, triggers }) => [
      ...(coldStart.scheduled !== undefined || coldStart.warming !== undefined ? [coldStart] : []),
      ...(triggers.length > 0 ? [triggers] : []),
    ]),
  );
  const needed: (readonly [path: Path, what: string, count: number])[] = [
    [['functions'], 'service accounts', count(functions) + count(services) + count(callers) + 1],
    [['tables'], 'databases', count(tables)],
  ];
  return needed
    .filter(([, , number]) => number > quota)
    .map(([path, what, number]) =>
      warn(
        path,
        `needs ${number} ${what}; a project on gcp has ${quota} by default`,
        'request a higher quota from Google before you deploy',
      ),
    );
}
