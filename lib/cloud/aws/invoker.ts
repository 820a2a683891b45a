import type { ResolvedArchitecture } from '../../model/architecture';
import { elementId, type ElementId } from '../../model/name';
import { part, type Part, type PlanText } from '../part';

/** A caller that may invoke a function, and its permission. */
export interface AwsInvoker {
  /** The caller: an element, or anyone. */
  readonly by: ElementId | 'anyone';
  readonly function: ElementId;
  /** The alias that may be invoked. */
  readonly on: Part;
  /** Names the permission within its function. */
  readonly id: string;
  readonly action: 'lambda:InvokeFunction' | 'lambda:InvokeFunctionUrl';
  readonly principal: string;
  readonly sourceArn?: PlanText;
  /** The sort of function URL for which the permission holds. */
  readonly urlAuth?: 'NONE';
  /** Limits the permission to calls through the function's URL; absent: it covers every call. */
  readonly throughUrl?: true;
}

/** All synchronous callers of the architecture's functions, in one list, so that none is overlooked. */
export function planInvokers({ functions, apis }: ResolvedArchitecture): AwsInvoker[] {
  const urls = Object.keys(functions)
    .filter((name) => functions[name]!.http === 'public')
    .flatMap((name) => urlInvokers(elementId('functions', name)));
  const routed = Object.entries(apis).flatMap(([name, { routes }]) =>
    [...new Set(Object.values(routes).map(({ to }) => to))].map((to) => apiInvoker(elementId('apis', name), to)),
  );
  return [...urls, ...routed].sort((a, b) => (a.function + a.id < b.function + b.id ? -1 : 1));
}

/** A public URL takes two permissions: https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html */
function urlInvokers(of: ElementId): AwsInvoker[] {
  const anyone = { by: 'anyone', function: of, on: part(of, 'alias', 'arn'), principal: '*' } as const;
  return [
    { ...anyone, id: 'anyone-url', action: 'lambda:InvokeFunctionUrl', urlAuth: 'NONE' },
    { ...anyone, id: 'anyone', action: 'lambda:InvokeFunction', throughUrl: true },
  ];
}

function apiInvoker(api: ElementId, of: ElementId): AwsInvoker {
  return {
    by: api,
    function: of,
    on: part(of, 'alias', 'arn'),
    id: api.replace('.', '-'),
    action: 'lambda:InvokeFunction',
    principal: 'apigateway.amazonaws.com',
    sourceArn: [part(api, 'api', 'executionArn'), '/*'],
  };
}

/** A topic that delivers its events to a function. */
export const topicInvoker = (topic: ElementId, of: ElementId): AwsInvoker => ({
  by: topic,
  function: of,
  on: part(of, 'alias', 'arn'),
  id: topic.replace('.', '-'),
  action: 'lambda:InvokeFunction',
  principal: 'sns.amazonaws.com',
  sourceArn: [part(topic, 'topic', 'arn')],
});

/** A bucket whose events a rule of the function delivers; `index` is the trigger's. */
export const ruleInvoker = (bucket: ElementId, of: ElementId, index: number): AwsInvoker => ({
  by: bucket,
  function: of,
  on: part(of, 'alias', 'arn'),
  id: `rule-${index}`,
  action: 'lambda:InvokeFunction',
  principal: 'events.amazonaws.com',
  sourceArn: [part(of, `rule-${index}`, 'arn')],
});
