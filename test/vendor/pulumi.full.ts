import { read, renamed, renderAll, type Json } from './architectures';
import { checkRecording } from './pulumi';

const targets = ['aws-pulumi', 'gcp-pulumi'] as const;
const recordings: Record<string, ReadonlyMap<string, Json>> = {};
beforeAll(async () => {
  for (const target of targets)
    recordings[target] = new Map([...(await renderAll(target))].map(([name, file]) => [name, read(file)]));
});

test.each(targets)('every registration on %s is what its SDK takes', (target) => {
  const lines = [...recordings[target]!].flatMap(([name, one]) =>
    checkRecording(one).map((line) => `${name}: ${line}`),
  );
  expect(lines).toEqual([]);
});

const copy = (target: (typeof targets)[number]): Json => structuredClone(recordings[target]!.get('everything'));

const ofType = (recording: Json, type: string): Json[] => recording.resources.filter((one: Json) => one.type === type);

type Wrong = readonly [name: string, type: string, edit: (resource: Json) => void, lines: readonly string[]];

/** What is wrong in the first resource of a type; a place begins after the resource's name. */
const wrong: Readonly<Record<(typeof targets)[number], readonly Wrong[]>> = {
  'aws-pulumi': [
    [
      'a type that does not exist',
      'aws:lambda/function:Function',
      (resource) => (resource.type = 'aws:lambda/function:Functions'),
      [': no type aws:lambda/function:Functions'],
    ],
    [
      'an input that does not exist',
      'aws:lambda/function:Function',
      ({ inputs }) => (inputs.memory = 256),
      ['.memory: no such property'],
    ],
    [
      'an input that does not exist in a map in a list',
      'aws:lb/listenerRule:ListenerRule',
      ({ inputs }) => (inputs.actions[0].to = 'somewhere'),
      ['.actions.0.to: no such property'],
    ],
    [
      'a required input that is missing',
      'aws:lambda/alias:Alias',
      ({ inputs }) => delete inputs.functionVersion,
      ['.functionVersion: missing'],
    ],
    [
      'a required input that is missing in a list',
      'aws:lb/listenerRule:ListenerRule',
      ({ inputs }) => delete inputs.actions[0].type,
      ['.actions.0.type: missing'],
    ],
    [
      'a text in place of a number',
      'aws:lambda/function:Function',
      ({ inputs }) => (inputs.timeout = '29'),
      ['.timeout: must be number, found "29"'],
    ],
    [
      'a number in place of a text',
      'aws:ecs/taskDefinition:TaskDefinition',
      ({ inputs }) => (inputs.cpu = 256),
      ['.cpu: must be string, found 256'],
    ],
    [
      'a text with references in place of a number',
      'aws:lambda/function:Function',
      ({ inputs }) => (inputs.timeout = { $join: ['2', '9'] }),
      ['.timeout: must be number, found {"$join":["2","9"]}'],
    ],
    [
      'a text in place of a list',
      'aws:lambda/function:Function',
      ({ inputs }) => (inputs.architectures = 'x86_64'),
      ['.architectures: must be list, found "x86_64"'],
    ],
    [
      'a list in place of a map',
      'aws:lambda/function:Function',
      ({ inputs }) => (inputs.tags = ['shop']),
      ['.tags: must be map, found ["shop"]'],
    ],
    [
      'a number in a map of texts',
      'aws:lambda/function:Function',
      ({ inputs }) => (inputs.environment.variables.PORT = 80),
      ['.environment.variables.PORT: must be string, found 80'],
    ],
    [
      'a text in place of an archive',
      'aws:lambda/function:Function',
      ({ inputs }) => (inputs.code = 'code.zip'),
      ['.code: must be file, found "code.zip"'],
    ],
    [
      'a reference to an attribute that does not exist',
      'aws:lambda/function:Function',
      ({ inputs }) => (inputs.role.$ref.path = ['address']),
      ['.role: a reference to address, which aws:iam/role:Role does not have'],
    ],
    [
      'a reference to a resource that is not there',
      'aws:lambda/function:Function',
      ({ inputs }) => (inputs.role.$ref.urn = 'urn:nobody'),
      ['.role: a reference to urn:nobody, which is not there'],
    ],
    [
      'a reference to a part of an answer that does not exist',
      'aws:ec2/securityGroup:SecurityGroup',
      ({ inputs }) => (inputs.vpcId.$ref.path = ['vpcId']),
      ['.vpcId: a reference to vpcId, which aws:ec2/getVpc:getVpc does not have'],
    ],
    [
      'a change that is ignored of what does not exist',
      'aws:ecs/service:Service',
      ({ options }) => (options.ignoreChanges = ['desiredCount', 'desired']),
      [': its options name desired, which aws:ecs/service:Service does not have'],
    ],
  ],
  'gcp-pulumi': [
    [
      'an input that does not exist in a map',
      'gcp:cloudfunctionsv2/function:Function',
      ({ inputs }) => (inputs.serviceConfig.memory = '256Mi'),
      ['.serviceConfig.memory: no such property'],
    ],
    [
      'a required input that is missing in a map',
      'gcp:projects/iAMMember:IAMMember',
      ({ inputs }) => (inputs.condition = { title: 'only here' }),
      ['.condition.expression: missing'],
    ],
    [
      'a text in place of a boolean',
      'gcp:storage/bucket:Bucket',
      ({ inputs }) => (inputs.uniformBucketLevelAccess = 'true'),
      ['.uniformBucketLevelAccess: must be boolean, found "true"'],
    ],
    [
      'a map in place of a list of maps',
      'gcp:cloudrunv2/service:Service',
      ({ inputs }) => (inputs.template.containers = { image: 'nginx' }),
      ['.template.containers: must be list, found {"image":"nginx"}'],
    ],
  ],
};

describe.each(targets)('%s', (target) => {
  test.each(wrong[target])('fails on %s', (_, type, edit, lines) => {
    const recording = copy(target);
    const [resource] = ofType(recording, type);
    edit(resource);
    expect(checkRecording(recording)).toEqual(lines.map((line) => resource.name + line));
  });
});

test('fails on an argument of an invoke that does not exist, and on one that is no function', () => {
  const recording = copy('aws-pulumi');
  const id = (token: string): string => recording.invokes.find((one: Json) => one.token === token).id;
  const [vpc, subnets] = [id('aws:ec2/getVpc:getVpc'), id('aws:ec2/getSubnets:getSubnets')];
  for (const invoke of recording.invokes) {
    if (invoke.id === vpc) invoke.args.isDefault = true;
    if (invoke.id === subnets) delete invoke.args.filters[0].name;
    if (invoke.token.includes('getPartition')) invoke.token = 'aws:index/getPartitions:getPartitions';
  }
  expect(checkRecording(recording).sort()).toEqual([
    `${subnets}.filters.0.name: missing`,
    `${vpc}.isDefault: no such property`,
    'aws:index/getPartition:getPartition: no type aws:index/getPartitions:getPartitions',
  ]);
});

test('fails on names that a target and its reader agree on, and the SDK does not know', () => {
  const named = (target: (typeof targets)[number], type: string, place: string): string[] =>
    ofType(copy(target), type).map(({ name }: Json) => `${name}.${place}: no such property`);
  expect(checkRecording(renamed(copy('aws-pulumi'), 'memorySize', 'memorySizeMib'))).toEqual(
    named('aws-pulumi', 'aws:lambda/function:Function', 'memorySizeMib'),
  );
  expect(checkRecording(renamed(copy('gcp-pulumi'), 'availableMemory', 'availableMemoryMib'))).toEqual(
    named('gcp-pulumi', 'gcp:cloudfunctionsv2/function:Function', 'serviceConfig.availableMemoryMib'),
  );
});
