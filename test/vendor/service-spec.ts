import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec';
import type { PropertyType, Resource, ResourceProperties, SpecDatabase } from '@aws-cdk/service-spec-types';
import type { Json } from './architectures';

let database: SpecDatabase | undefined;
const spec = (): SpecDatabase => (database ??= loadAwsServiceSpecSync());

/** What a resource may hold beside its properties. */
const around = ['Type', 'Properties', 'DependsOn', 'Metadata', 'DeletionPolicy', 'UpdateReplacePolicy'];

/** Where a CloudFormation template isn't what AWS's own specification of its resources says, a line for each place. */
export function checkTemplate({ Resources: resources, Parameters: parameters = {}, ...rest }: Json): string[] {
  if (resources === undefined) return ['Resources: missing'];
  const declared = new Set(Object.keys(parameters as object));
  return [
    ...Object.entries<Json>(resources).flatMap(([id, resource]) => checkResource(id, resource)),
    ...checkReferences({ Resources: resources, ...rest }, '', resources, declared),
  ];
}

const resourceOf = (type: unknown): Resource | undefined =>
  spec().lookup('resource', 'cloudFormationType', 'equals', String(type))[0];

function checkResource(id: string, resource: Json): string[] {
  const known = resourceOf(resource.Type);
  if (!known) return [`${id}: no type ${resource.Type}`];
  return [
    ...Object.keys(resource as object)
      .filter((key) => !around.includes(key))
      .map((key) => `${id}.${key}: nothing that a resource has`),
    ...checkMap(known.properties, resource.Properties ?? {}, `${id}.Properties`),
  ];
}

function checkMap(properties: ResourceProperties, map: Json, at: string): string[] {
  const missing = Object.entries(properties).filter(([name, { required }]) => required && !Object.hasOwn(map, name));
  return [
    ...missing.map(([name]) => `${at}.${name}: missing`),
    ...Object.entries(map).flatMap(([name, value]) =>
      Object.hasOwn(properties, name)
        ? checkValue(properties[name]!.type, value, `${at}.${name}`)
        : [`${at}.${name}: no such property`],
    ),
  ];
}

/** A map with one key that CloudFormation replaces by what it stands for. */
const isIntrinsic = (value: unknown): boolean =>
  isMap(value) && Object.keys(value).length === 1 && /^(Ref|Fn::\w+)$/.test(Object.keys(value)[0]!);

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function checkValue(type: PropertyType, value: unknown, at: string): string[] {
  if (isIntrinsic(value)) return [];
  const unless = (right: boolean, what: string): string[] =>
    right ? [] : [`${at}: must be ${what}, found ${JSON.stringify(value)}`];
  const isOneOf = (allowed: readonly (string | number)[] | undefined): string[] =>
    allowed ? unless(allowed.includes(value as string), `one of ${allowed.join(', ')}`) : [];
  switch (type.type) {
    case 'json':
      return unless(typeof value === 'object' || typeof value === 'string', 'JSON');
    case 'string':
      return typeof value === 'string' ? isOneOf(type.allowedValues) : unless(false, 'a text');
    case 'date-time':
      return unless(typeof value === 'string', 'a time');
    case 'number':
      return unless(typeof value === 'number', 'a number');
    case 'integer':
      return Number.isInteger(value) ? isOneOf(type.allowedValues) : unless(false, 'a whole number');
    case 'boolean':
      return unless(typeof value === 'boolean', 'a boolean');
    case 'null':
      return unless(value === null, 'null');
    case 'array':
      return Array.isArray(value)
        ? value.flatMap((one, index) => checkValue(type.element, one, `${at}.${index}`))
        : unless(false, 'a list');
    case 'map':
      return isMap(value)
        ? Object.entries(value).flatMap(([key, one]) => checkValue(type.element, one, `${at}.${key}`))
        : unless(false, 'a map');
    case 'tag':
      return isMap(value) ? checkMap(tag, value, at) : unless(false, 'a tag');
    case 'ref':
      return isMap(value)
        ? checkMap(spec().get('typeDefinition', type.reference.$ref).properties, value, at)
        : unless(false, 'a map');
    case 'union': {
      const tried = type.types.map((one) => checkValue(one, value, at));
      return tried.find((findings) => findings.length === 0) ?? tried.sort((a, b) => a.length - b.length)[0]!;
    }
  }
}

const tag: ResourceProperties = {
  Key: { required: true, type: { type: 'string' } },
  Value: { required: true, type: { type: 'string' } },
};

/** Whether what references name is there. */
function checkReferences(value: unknown, at: string, resources: Json, parameters: ReadonlySet<string>): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.entries(value).flatMap(([key, child]) =>
    checkReferences(child, at === '' ? key : `${at}.${key}`, resources, parameters),
  );
  const { Ref: named, 'Fn::GetAtt': of, DependsOn: after = [] } = value as Json;
  const isThere = (id: string) => Object.hasOwn(resources, id);
  const missing = [after].flat().filter((id: unknown) => typeof id === 'string' && !isThere(id));
  inside.push(...missing.map((id) => `${at}.DependsOn: no resource ${id}`));
  if (typeof named === 'string' && !isThere(named) && !parameters.has(named) && !named.startsWith('AWS::'))
    inside.push(`${at}.Ref: nothing is named ${named}`);
  if (Array.isArray(of)) {
    const [id, attribute] = of as [string, string];
    const known = isThere(id) ? resourceOf(resources[id].Type) : undefined;
    if (!isThere(id)) inside.push(`${at}.Fn::GetAtt: no resource ${id}`);
    else if (known && !Object.hasOwn(known.attributes, attribute))
      inside.push(`${at}.Fn::GetAtt: ${known.cloudFormationType} has no attribute ${attribute}`);
  }
  return inside;
}
