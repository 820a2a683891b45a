import { read, renamed, renderAll, type Json } from './architectures';
import { checkTemplate } from './service-spec';

let templates: ReadonlyMap<string, Json>;
beforeAll(async () => {
  templates = new Map([...(await renderAll('aws-cdk'))].map(([name, file]) => [name, read(file)]));
});

const copy = (): Json => structuredClone(templates.get('everything'));

/** The first resource of a type, and its logical id. */
const first = (template: Json, type: string): [string, Json] =>
  Object.entries<Json>(template.Resources).find(([, { Type }]) => Type === type)!;

test('every template is what AWS specifies', () => {
  expect([...templates].flatMap(([name, one]) => checkTemplate(one).map((line) => `${name}: ${line}`))).toEqual([]);
});

/** What is wrong in the first resource of a type; a place begins after the resource's logical id. */
const wrong: readonly [name: string, type: string, edit: (resource: Json) => void, lines: readonly string[]][] = [
  [
    'a type that does not exist',
    'AWS::Lambda::Function',
    (resource) => (resource.Type = 'AWS::Lambda::Functions'),
    // Nothing is known of its attributes then.
    [': no type AWS::Lambda::Functions'],
  ],
  [
    'a property that does not exist',
    'AWS::Lambda::Function',
    ({ Properties: properties }) => (properties.MemorySizeMiB = 256),
    ['.Properties.MemorySizeMiB: no such property'],
  ],
  [
    'a property that does not exist in a map in a list',
    'AWS::ECS::TaskDefinition',
    ({ Properties: properties }) => (properties.ContainerDefinitions[0].PortMappings[0].Port = 80),
    ['.Properties.ContainerDefinitions.0.PortMappings.0.Port: no such property'],
  ],
  [
    'a required property that is missing',
    'AWS::Lambda::Function',
    ({ Properties: properties }) => delete properties.Role,
    ['.Properties.Role: missing'],
  ],
  [
    'a required property that is missing in a list',
    'AWS::ElasticLoadBalancingV2::ListenerRule',
    ({ Properties: properties }) => delete properties.Actions[0].Type,
    ['.Properties.Actions.0.Type: missing'],
  ],
  [
    'a text in place of a number',
    'AWS::Lambda::Function',
    ({ Properties: properties }) => (properties.Timeout = '29'),
    ['.Properties.Timeout: must be a whole number, found "29"'],
  ],
  [
    'a number in place of a text',
    'AWS::ECS::TaskDefinition',
    ({ Properties: properties }) => (properties.Cpu = 1024),
    ['.Properties.Cpu: must be a text, found 1024'],
  ],
  [
    'a text in place of a boolean',
    'AWS::ECS::Service',
    ({ Properties: properties }) => (properties.DeploymentConfiguration.DeploymentCircuitBreaker.Rollback = 'true'),
    ['.Properties.DeploymentConfiguration.DeploymentCircuitBreaker.Rollback: must be a boolean, found "true"'],
  ],
  [
    'a text in place of a list',
    'AWS::Lambda::Function',
    ({ Properties: properties }) => (properties.Architectures = 'x86_64'),
    ['.Properties.Architectures: must be a list, found "x86_64"'],
  ],
  [
    'a list in place of a map',
    'AWS::Lambda::Function',
    ({ Properties: properties }) => (properties.Environment = []),
    ['.Properties.Environment: must be a map, found []'],
  ],
  [
    'a word that is not one of those that are allowed',
    'AWS::Lambda::Url',
    ({ Properties: properties }) => (properties.AuthType = 'IAM'),
    ['.Properties.AuthType: must be one of AWS_IAM, NONE, found "IAM"'],
  ],
  [
    'a tag without a value',
    'AWS::Lambda::Function',
    ({ Properties: properties }) => (properties.Tags = [{ Key: 'team' }]),
    ['.Properties.Tags.0.Value: missing'],
  ],
  [
    'an attribute of a resource that is none',
    'AWS::Lambda::Function',
    (resource) => (resource.Retain = true),
    ['.Retain: nothing that a resource has'],
  ],
];
test.each(wrong)('fails on %s', (_, type, edit, lines) => {
  const template = copy();
  const [id, resource] = first(template, type);
  edit(resource);
  expect(checkTemplate(template)).toEqual(lines.map((line) => id + line));
});

test('fails on a template without resources', () => {
  const { Resources: _, ...rest } = copy();
  expect(checkTemplate(rest)).toEqual(['Resources: missing']);
});

test('fails on references to what is not there', () => {
  const template = copy();
  const [id, { Properties: properties }] = first(template, 'AWS::Lambda::Function');
  const [role] = properties.Role['Fn::GetAtt'];
  properties.Role = { 'Fn::GetAtt': [role, 'Name'] };
  properties.Handler = { Ref: 'Handler' };
  properties.Description = { 'Fn::Join': ['', [{ 'Fn::GetAtt': ['Nobody', 'Arn'] }]] };
  template.Resources[id].DependsOn = [role, 'Nothing'];
  expect(checkTemplate(template).map((line) => line.replace(`Resources.${id}.`, ''))).toEqual([
    'Properties.Handler.Ref: nothing is named Handler',
    'Properties.Role.Fn::GetAtt: AWS::IAM::Role has no attribute Name',
    'Properties.Description.Fn::Join.1.0.Fn::GetAtt: no resource Nobody',
    'DependsOn: no resource Nothing',
  ]);
});

test('fails on a name that a target and its reader agree on, and AWS does not know', () => {
  expect(new Set(checkTemplate(renamed(copy(), 'MemorySize', 'MemorySizeMiB')).map(withoutId))).toEqual(
    new Set(['.Properties.MemorySizeMiB: no such property']),
  );
  expect(new Set(checkTemplate(renamed(copy(), 'FunctionName', 'Function')).map(withoutId))).toEqual(
    new Set(['.Properties.Function: no such property', '.Properties.FunctionName: missing']),
  );
});

const withoutId = (line: string): string => line.replace(/^\w+/, '');
