import type { ResolvedApi } from '../model/api';
import { loneFunction } from '../support/api';
import { expectApiAlarms, type AlarmFact } from './alarm';
import type { TargetExpectation } from './expectation';
import { expectFullName, expectName } from './name';
import type { Stated } from './stated';

/** Facts about an API on every cloud. */
interface CommonApiFact {
  /** The function of each route; a parameter that matches the whole path is called `proxy`. */
  readonly routes: Readonly<Record<string, { readonly to: string }>>;
  /** True if every request is logged. */
  readonly accessLogs: boolean;
}

/** Facts about an API on AWS, where an HTTP API answers 404 where no route matches. */
export interface AwsApiFact extends Omit<ResolvedApi, 'routes' | 'logRetentionDays'>, CommonApiFact {
  readonly logRetentionDays: number;
  /** The name that people see; it need not be unique. */
  readonly displayName: string;
  /** The alarm about its server errors. */
  readonly alarms: readonly AlarmFact[];
  readonly tags: Readonly<Record<string, string>>;
}

/** Facts about an API on Google Cloud, a load balancer: its address and its forwarding rule have labels. */
export interface GcpApiFact extends Omit<ResolvedApi, 'routes' | 'logRetentionDays'>, CommonApiFact {
  /** The status where no route matches; absent where a route matches everything. */
  readonly otherwise?: 404;
  readonly physicalName: string;
  /** The Google services that must be enabled first. */
  readonly needs: readonly string[];
  readonly tags: Readonly<Record<string, string>>;
}

/** The facts about an API on AWS that differ from its fields. */
export const expectAwsApi = (
  name: string,
  fields: ResolvedApi,
  { alarms, naming, tags }: TargetExpectation,
): Stated<ResolvedApi, AwsApiFact> => ({
  routes: expectRoutes(fields),
  accessLogs: true,
  displayName: expectFullName(naming, name),
  alarms: expectApiAlarms(alarms),
  tags,
});

/** An API with a lone function is that function on Google Cloud, and leaves nothing of its own. */
export function expectGcpApi(
  name: string,
  fields: ResolvedApi,
  { naming, architecture, tags }: TargetExpectation,
): Stated<ResolvedApi, GcpApiFact> | undefined {
  if (loneFunction(fields, architecture)) return undefined;
  return {
    routes: expectRoutes(fields),
    accessLogs: true,
    otherwise: 404,
    physicalName: expectName(naming, 'apis', name, 63),
    needs: ['compute.googleapis.com'],
    tags,
  };
}

/** Routes as an artifact states them. */
const expectRoutes = ({ routes }: ResolvedApi): Record<string, { to: string }> =>
  Object.fromEntries(
    Object.entries(routes).map(([key, route]) => [key.replace(/^ANY \/\{\w+\+\}$/, 'ANY /{proxy+}'), route]),
  );
