import type { Json } from '../mutation/artefact';
import { namedIn, under, type Named } from './named';

/** Who may do what on what, a line each, from nothing but the artefact. What forbids something allows nothing. */
export function grantsOnAws(target: 'aws-cdk' | 'aws-pulumi', artefact: Json): string[] {
  return namedIn(target, artefact).flatMap((resource) => [...linesOf(resource)]);
}

type Policy = Readonly<Record<string, Json>>;

function* linesOf({ name, type, properties }: Named): Generator<string> {
  const last = type.split(':').at(-1)!;
  switch (last === 'Policy' && !/iam/i.test(type) ? 'ScalingPolicy' : last) {
    case 'Role': {
      const { AssumeRolePolicyDocument: upper, assumeRolePolicy: lower, Policies: policies = [] } = properties;
      for (const line of statementsOf(upper ?? lower)) yield `${line} ${name}`;
      for (const { PolicyDocument: document } of policies)
        for (const line of statementsOf(document)) yield `${name} may ${line}`;
      for (const arn of properties.ManagedPolicyArns ?? []) yield managed(name, arn);
      // Whatever else may be said about a role that allows something.
      for (const key of ['managedPolicyArns', 'inlinePolicies'])
        if (properties[key] !== undefined) yield `${name} has ${key}`;
      return;
    }
    case 'RolePolicy':
      for (const line of statementsOf(properties.policy)) yield `${bare(properties.role)} may ${line}`;
      return;
    case 'RolePolicyAttachment':
      return void (yield managed(bare(properties.role), properties.policyArn));
    case 'QueuePolicy':
    case 'BucketPolicy':
      return void (yield* statementsOf(properties.PolicyDocument ?? properties.policy));
    case 'Permission':
      return void (yield permission(properties));
  }
  if (/iam|permission|(?<!Scaling)(?<!appautoscaling\/policy:)policy$/i.test(type)) yield `${name} is of ${type}`;
  // Who a resource is: not what it is told by way of its environment.
  for (const [, role] of under(/role(?:_?arn)?$|^DeliverLogsPermissionArn$/i, properties))
    yield `${name} acts as ${bare(role)}`;
  for (const [, key] of under(/^(?:statement|policydocument|policy)$/i, properties))
    yield `${name} says ${JSON.stringify(key)}`;
  if (/"(?:[^"\\]*\\")?(?:Statement|Principal)\b/.test(JSON.stringify(properties))) yield `${name} has a policy`;
}

const managed = (who: string, arn: string): string =>
  `${who} may what ${arn.replace(/^arn:<[^>]*>:iam::aws:/, '')} allows`;

/** A name without what marks it as one. */
const bare = (text: string): string => text.replace(/[<>]/g, '');

/** What a resource in a policy is: a name, and what may follow on one. */
const resource = (text: string): string =>
  // Streams of a log group: CloudFormation's ARN of one says it by itself.
  bare(text.replace(/^(<[^>]+ logs>):\*$/, '$1'));

/** Lines of what is allowed; who is allowed stands first where the policy says it. */
function* statementsOf(policy: Policy | string): Generator<string> {
  const {
    Statement: statements,
    Version: version,
    ...others
  } = typeof policy === 'string' ? JSON.parse(policy) : policy;
  if (version !== '2012-10-17' || Object.keys(others).length > 0) yield `something unknown: ${JSON.stringify(policy)}`;
  for (const { Sid: _, Effect, Action, Resource = '', Principal, Condition, ...rest } of [statements].flat()) {
    if (Effect === 'Deny') continue;
    const who = Principal === undefined ? '' : `${principal(Principal)} may `;
    const condition = Condition === undefined ? '' : ` if ${bare(JSON.stringify(Condition))}`;
    const unknown = Object.keys(rest).length > 0 ? ` and ${JSON.stringify(rest)}` : '';
    for (const action of [Action].flat())
      for (const on of [Resource].flat())
        if (action === 'sts:AssumeRole') yield `${who.replace(/may $/, 'acts as')}${inPlace(Condition)}${unknown}`;
        else yield `${who}${action} on ${resource(on)}${condition}${unknown}`;
  }
}

/** For whose resources a service acts: those of one service in the account and region of the deployment, or of anybody. */
function inPlace(condition: Json): string {
  if (condition === undefined) return '';
  const { StringEquals: equals, ArnLike: like, ...others } = condition;
  const account = '<(?:AWS::AccountId|[^<>]*getCallerIdentity[^<>]*)>';
  const arn = new RegExp(`^arn:<[^<>]*artition[^<>]*>:(\\w+):<[^<>]*egion[^<>]*>:${account}:(.+)$`);
  const [, service, resources] = arn.exec(like?.['aws:SourceArn'] ?? '') ?? [];
  const isKnown =
    service !== undefined &&
    new RegExp(`^${account}$`).test(equals?.['aws:SourceAccount'] ?? '') &&
    [equals, like].every((keys) => Object.keys(keys).length === 1) &&
    Object.keys(others).length === 0;
  return isKnown ? ` for ${service} ${resources} of the place` : ` if ${bare(JSON.stringify(condition))}`;
}

function principal(value: Json): string {
  if (typeof value === 'string') return value;
  const { Service: service, ...others } = value;
  return [...[service ?? []].flat(), ...(Object.keys(others).length > 0 ? [JSON.stringify(others)] : [])].join(' or ');
}

/** What a permission on a function's alias allows. Each engine has its own way to name an alias. */
function permission(properties: Json): string {
  const said = Object.fromEntries(
    Object.entries<Json>(properties).map(([key, value]) => [key.charAt(0).toLowerCase() + key.slice(1), value]),
  );
  const { action, function: lower, functionName: on = lower, qualifier, principal: who, sourceArn, ...others } = said;
  const source =
    sourceArn === undefined
      ? ''
      : ` if ${bare(sourceArn.replace(/^arn:<[^>]*>:execute-api:<[^>]*>:<[^>]*>:/, ''))} asks`;
  const rest = Object.keys(others).length === 0 ? '' : ` if ${JSON.stringify(others)}`;
  return `${who} may ${action} on ${bare(qualifier?.startsWith('<') ? qualifier : on)}${source}${rest}`;
}
