import type { ResolvedArchitecture } from '../../model/architecture';
import type { Finding, Path } from '../../model/problem';
import { loneFunction } from './approximation';
import { circlesOf } from './circle';
import { deliveryWarnings } from './delivery-limits';
import { environmentProblems } from './environment-limits';
import { exportName } from './foundation';
import { instanceWarnings } from './instance-limits';
import { openFunctions } from './invoker-limits';
import { nameProblems } from './name-limits';
import { pathProblems } from './path-limits';
import { labelProblems } from './tag';
import { textProblems } from './text-limits';
import { triggerProblems } from './trigger-limits';

/**
 * Google Cloud's limits that an architecture exceeds, and warnings. Refusals are in `lib/support`. The architecture is
 * valid in itself: its references resolve and its routes differ.
 */
export function gcpProblems(architecture: ResolvedArchitecture, env?: string): Finding[] {
  return [
    ...functionProblems(architecture),
    ...environmentProblems(architecture),
    ...textProblems(architecture),
    ...triggerProblems(architecture),
    ...labelProblems(architecture.tags),
    ...routeProblems(architecture),
    ...pathProblems(architecture),
    ...tableProblems(architecture),
    ...nameProblems(architecture),
    ...foundationProblems(architecture, env),
    ...circlesOf(architecture),
    ...plainApis(architecture),
    ...openFunctions(architecture),
    ...foreignImages(architecture),
    ...quotaWarnings(architecture),
    ...instanceWarnings(architecture),
    ...deliveryWarnings(architecture),
  ];
}

const functionProblems = ({ functions }: ResolvedArchitecture): Finding[] =>
  Object.entries(functions).flatMap(([name, spec]) =>
    (['code', 'handler'] as const)
      .filter((field) => spec[field].gcp === undefined)
      .map((field) => ({
        path: ['functions', name, field],
        message: 'is required for gcp',
        hint: 'write {aws: …, gcp: …}, or leave the Google Cloud targets out of `targets`',
      })),
  );

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

const foreignImages = ({ services }: ResolvedArchitecture): Finding[] =>
  Object.entries(services)
    .filter(([, { image }]) => isForeign(image))
    .map(([name, { image }]) =>
      warn(
        ['services', name, 'image'],
        `Cloud Run accepts images from Docker Hub and Artifact Registry, not from ${image.split('/')[0]}`,
        'use a remote repository in Artifact Registry',
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

/** True if Cloud Run doesn't accept images from the image's registry. A name without a host is Docker Hub's. */
function isForeign(image: string): boolean {
  const [host = '', ...path] = image.split('/');
  const isHost = path.length > 0 && (/[.:]/.test(host) || host === 'localhost');
  return isHost && !/^(?:(?:[a-z0-9-]+\.)*docker\.io|(?:[a-z]+\.)?gcr\.io|[a-z0-9-]+-docker\.pkg\.dev)$/.test(host);
}
