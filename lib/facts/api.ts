import type { ResolvedApi } from '../model/api';
import { loneFunction } from '../support/api';
import type { Expectation } from './expectation';
import { expectFullName, expectName } from './name';

/** What an artefact says about an API. */
export interface ApiFact {
  /** Where each route goes; a parameter that takes the whole path is called `proxy`. */
  readonly routes: Readonly<Record<string, { readonly to: string }>>;
  /** Whether a line is logged of every request. */
  readonly accessLogs: boolean;
  /** On AWS. */
  readonly logRetentionDays?: number;
  /** What answers where no route matches; absent where a route takes everything. */
  readonly otherwise?: 404;
  /** What people see; it need not be unique. */
  readonly displayName?: string;
  /** Where a name is ours to give. */
  readonly physicalName?: string;
  /** The services of Google's that have to be switched on before it. */
  readonly needs?: readonly string[];
  readonly tags?: Readonly<Record<string, string>>;
}

/** What a right rendering of an API says on AWS, where an HTTP API answers 404 by itself. */
export function expectAwsApi(name: string, spec: ResolvedApi, { naming, architecture }: Expectation): ApiFact {
  return {
    routes: expectRoutes(spec),
    accessLogs: true,
    logRetentionDays: spec.logRetentionDays,
    displayName: expectFullName(naming, name),
    tags: architecture.tags,
  };
}

/** What a right rendering of an API says on GCP; an API that is its only function leaves nothing of its own. */
export function expectGcpApi(
  name: string,
  spec: ResolvedApi,
  { naming, architecture }: Expectation,
): ApiFact | undefined {
  if (loneFunction(spec, architecture)) return undefined;
  return {
    routes: expectRoutes(spec),
    accessLogs: true,
    otherwise: 404,
    physicalName: expectName(naming, 'apis', name, 63),
    needs: ['compute.googleapis.com'],
  };
}

/** Routes as an artefact states them. */
const expectRoutes = ({ routes }: ResolvedApi): Record<string, { to: string }> =>
  Object.fromEntries(
    Object.entries(routes).map(([key, { to }]) => [key.replace(/^ANY \/\{\w+\+\}$/, 'ANY /{proxy+}'), { to }]),
  );
