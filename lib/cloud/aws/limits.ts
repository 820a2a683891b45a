import type { ResolvedArchitecture } from '../../model/architecture';
import type { ResolvedFunction } from '../../model/function';
import type { Finding, Path } from '../../model/problem';
import { namingOf } from '../name';
import { environmentProblems } from './environment-limits';
import { existingWarnings } from './existing-limits';
import { ingressProblems } from './ingress-limits';
import { concurrencyProblems } from './concurrency-limits';
import { consumerProblems } from './consumer-limits';
import { handlerProblems } from './handler-limits';
import { nameProblems } from './name-limits';
import { networkProblems } from './network-limits';
import { permissionProblems } from './permission-limits';
import { policyProblems } from './policy-limits';
import { routeProblems } from './route-limits';
import { serviceProblems } from './service-limits';
import { stackProblems } from './stack-limits';
import { triggerProblems } from './trigger-limits';

/** AWS's limits that an architecture exceeds, and warnings. Refusals are in `lib/support`. */
export function awsProblems(architecture: ResolvedArchitecture, env?: string): Finding[] {
  const naming = namingOf(architecture.name, env);
  return [
    ...Object.entries(architecture.functions).flatMap(([name, spec]) => functionProblems(['functions', name], spec)),
    ...concurrencyProblems(architecture),
    ...consumerProblems(architecture),
    ...environmentProblems(architecture),
    ...existingWarnings(architecture),
    ...nameProblems(architecture),
    ...networkProblems(architecture),
    ...permissionProblems(architecture, naming),
    ...policyProblems(architecture, naming),
    ...routeProblems(architecture),
    ...serviceProblems(architecture),
    ...ingressProblems(architecture),
    ...stackProblems(architecture),
    ...triggerProblems(architecture),
    ...apiProblems(architecture),
    ...tagProblems(architecture),
  ];
}

/** https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
const lambda = { memoryMiB: 10_240, timeoutSeconds: 900 };

function functionProblems(path: Path, { memoryMiB, timeoutSeconds, ...spec }: ResolvedFunction): Finding[] {
  return [
    ...found(memoryMiB > lambda.memoryMiB, {
      path: [...path, 'memoryMiB'],
      message: `must be 128 to ${lambda.memoryMiB} on aws, got ${memoryMiB}`,
      hint: "Lambda's limit; use a service",
    }),
    ...found(timeoutSeconds > lambda.timeoutSeconds, {
      path: [...path, 'timeoutSeconds'],
      message: `must be 1 to ${lambda.timeoutSeconds} on aws, got ${timeoutSeconds}`,
      hint: "Lambda's limit; split the work, or use a service",
    }),
    ...(['code', 'handler'] as const).flatMap((field) =>
      found(spec[field].aws === undefined, {
        path: [...path, field],
        message: 'is required for aws',
        hint: 'write {aws: …, gcp: …}, or leave the AWS targets out of `targets`',
      }),
    ),
    ...handlerProblems([...path, 'handler'], spec.runtime, spec.handler.aws),
    ...minimumProblems([...path, 'coldStart'], spec.coldStart),
  ];
}

/** Lambda measures the utilization of provisioned workers, so there has to be one. */
const minimumProblems = (path: Path, { utilization }: ResolvedFunction['coldStart']): Finding[] =>
  found(utilization?.min === 0, {
    path: [...path, 'utilization', 'min'],
    message: 'must be 1 or more on aws, got 0',
    hint: 'utilization is measured on provisioned workers; with none, use dynamic',
  });

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html */
const routesPerApi = 300;

const apiProblems = ({ apis }: ResolvedArchitecture): Finding[] =>
  Object.entries(apis).flatMap(([name, { routes }]) => {
    const count = Object.keys(routes).length;
    return found(count > routesPerApi, {
      path: ['apis', name, 'routes'],
      message: `must be at most ${routesPerApi} routes on aws, got ${count}`,
      hint: 'use parameters or {proxy+}, or a second API',
    });
  });

/** https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html */
const tagsPerResource = 50;

function tagProblems({ tags }: ResolvedArchitecture): Finding[] {
  const count = Object.keys(tags).length;
  const legal = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;
  return [
    ...found(count > tagsPerResource, {
      path: ['tags'],
      message: `must be at most ${tagsPerResource} tags on aws, got ${count}`,
    }),
    ...Object.entries(tags).flatMap(([key, value]) => [
      ...found(/^aws:/i.test(key), {
        path: ['tags', key],
        at: 'key',
        message: 'must not begin with aws: on aws',
      }),
      ...found(!legal.test(key), {
        path: ['tags', key],
        at: 'key',
        message: 'must be letters, digits, spaces and _.:/=+-@ on aws',
      }),
      ...found(!legal.test(value), {
        path: ['tags', key],
        message: `must be letters, digits, spaces and _.:/=+-@ on aws, got ${JSON.stringify(value)}`,
      }),
    ]),
  ];
}

const found = (isWrong: boolean, finding: Finding): Finding[] => (isWrong ? [finding] : []);
