import { basesIn, mostWorkersEver, type ColdStart } from '../../model/cold-start';
import type { ResolvedArchitecture } from '../../model/architecture';
import type { Finding, Path } from '../../model/problem';
import { loneFunction } from './approximation';
import { circlesOf } from './circle';
import { groundName } from './foundation';
import { labelProblems } from './tag';
import { triggerProblems } from './trigger-limits';

/**
 * What an architecture can't be on GCP, and no rule of what GCP approximates or refuses speaks of; and, as warnings,
 * what would surprise. The architecture is valid in itself: references lead somewhere, routes differ.
 */
export function gcpProblems(architecture: ResolvedArchitecture, env?: string): Finding[] {
  return [
    ...functionProblems(architecture),
    ...environmentProblems(architecture),
    ...triggerProblems(architecture),
    ...labelProblems(architecture.tags),
    ...routeProblems(architecture),
    ...tableProblems(architecture),
    ...nameProblems(architecture),
    ...groundProblems(architecture, env),
    ...circlesOf(architecture),
    ...plainApis(architecture),
    ...foreignImages(architecture),
    ...quotaWarnings(architecture),
  ];
}

const functionProblems = ({ functions }: ResolvedArchitecture): Finding[] =>
  Object.entries(functions).flatMap(([name, spec]) =>
    (['code', 'handler'] as const)
      .filter((field) => spec[field].gcp === undefined)
      .map((field) => ({
        path: ['functions', name, field],
        message: 'is required for gcp',
        hint: 'write { aws: …, gcp: … }, or leave the GCP targets out of `targets`',
      })),
  );

/**
 * Names that Google gives values to: https://cloud.google.com/run/docs/container-contract#env-vars
 * A function's may not be Lambda's either, so that code finds the same everywhere.
 */
const reserved = {
  functions: /^(?:Ref$|PORT$|K_|FUNCTION_|X_GOOGLE_|AWS_)/,
  services: /^(?:PORT$|K_)/,
} as const;

const environmentProblems = (architecture: ResolvedArchitecture): Finding[] =>
  (['functions', 'services'] as const).flatMap((kind) =>
    Object.entries<{ readonly environment: object; readonly secrets: object }>(architecture[kind]).flatMap(
      ([name, { environment, secrets }]) =>
        Object.entries({ environment, secrets }).flatMap(([field, variables]) =>
          Object.keys(variables)
            .filter((variable) => reserved[kind].test(variable))
            .map((variable) => ({
              path: [kind, name, field, variable],
              at: 'key' as const,
              message: 'this name is reserved by the cloud',
              hint: kind === 'services' && variable === 'PORT' ? 'write `port`' : 'choose another one',
            })),
        ),
    ),
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
        hint: 'take the rest of the path as one: {rest+}',
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
      hint: 'a dot means a field within a field there',
    }));

/**
 * Names that Google keeps to itself: https://cloud.google.com/pubsub/docs/pubsub-basics#resource_names,
 * https://cloud.google.com/storage/docs/buckets#naming
 */
function nameProblems({ name, foundation, functions, queues, topics, buckets }: ResolvedArchitecture): Finding[] {
  const named = [foundation ?? {}, functions, queues, topics, buckets].flatMap((elements) => Object.keys(elements));
  if (!name.startsWith('goog') || named.length === 0) return [];
  return [{ path: ['name'], message: 'must not begin with goog on gcp, where topics and buckets are named after it' }];
}

/** The longest name of a parameter: https://cloud.google.com/secret-manager/parameter-manager/docs/quotas */
const longestParameter = 63;

function groundProblems({ name, foundation }: ResolvedArchitecture, env?: string): Finding[] {
  const parameter = groundName(name, env);
  if (!foundation || parameter.length <= longestParameter) return [];
  return [
    {
      path: ['foundation'],
      message: `is exported as ${parameter} on gcp, which is longer than ${longestParameter}`,
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
        'answers over plain HTTP on gcp, at a bare address',
        "an API with the single route ANY /{proxy+} has its function's HTTPS address, if no trigger reaches that too",
      ),
    );

const foreignImages = ({ services }: ResolvedArchitecture): Finding[] =>
  Object.entries(services)
    .filter(([, { image }]) => isForeign(image))
    .map(([name, { image }]) =>
      warn(
        ['services', name, 'image'],
        `Cloud Run takes images from Docker Hub and Artifact Registry, not from ${image.split('/')[0]}`,
        'put a remote repository of Artifact Registry before it',
      ),
    );

/** What a new project has: https://cloud.google.com/run/quotas, https://cloud.google.com/iam/quotas, https://cloud.google.com/firestore/quotas */
const quota = 100;

/** Numbers above what a project has by default. */
function quotaWarnings({ functions, services, tables }: ResolvedArchitecture): Finding[] {
  const count = (elements: object): number => Object.keys(elements).length;
  // What calls an element, or changes its minimum, is somebody of its own, and so is what its triggers call it as.
  const callers = [functions, services].flatMap((elements) =>
    Object.values(elements).flatMap(({ coldStart, triggers }) => [
      ...(coldStart.scheduled !== undefined || coldStart.warming !== undefined ? [coldStart] : []),
      ...(triggers.length > 0 ? [triggers] : []),
    ]),
  );
  const needed: (readonly [path: Path, what: string, count: number])[] = [
    [['functions'], 'service accounts', count(functions) + count(services) + count(callers) + 1],
    [['tables'], 'databases', count(tables)],
    ...Object.entries({ functions, services }).flatMap(([kind, elements]) =>
      Object.entries(elements).map(
        ([name, { coldStart }]) =>
          [
            [kind, name, 'coldStart', basesIn(coldStart)[0] ?? ''],
            'instances in a region',
            most(kind, coldStart),
          ] as const,
      ),
    ),
  ];
  return needed
    .filter(([, , number]) => number > quota)
    .map(([path, what, number]) =>
      warn(
        path,
        `a project on gcp has ${quota} ${what} by default, this needs ${number}`,
        'ask Google for more before it is deployed',
      ),
    );
}

/** Whether an image names a registry from which Cloud Run takes none. A name without a host is Docker Hub's. */
function isForeign(image: string): boolean {
  const [host = '', ...path] = image.split('/');
  const isHost = path.length > 0 && (/[.:]/.test(host) || host === 'localhost');
  return isHost && !/^(?:(?:[a-z0-9-]+\.)*docker\.io|(?:[a-z]+\.)?gcr\.io|[a-z0-9-]+-docker\.pkg\.dev)$/.test(host);
}

/** What Cloud Functions takes at the most, it has. */
const most = (kind: string, coldStart: ColdStart): number =>
  (kind === 'services' ? mostWorkersEver(coldStart) : undefined) ?? coldStart.provisioned ?? 0;
