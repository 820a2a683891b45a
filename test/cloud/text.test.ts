import { fn, onAws, onGcp, said, service } from './said';

const dynamic = '{{resolve:ssm:/shop/gateway-url:1}}';
const refused =
  'is refused on aws-cdk: CloudFormation replaces {{resolve:…}} with a parameter or a secret, and has no way to write it as text ' +
  '(use `secrets` for a secret, and a parameter for another value; for the text itself, use aws-pulumi)';

describe('a dynamic reference of CloudFormation', () => {
  const uploads = { buckets: { b: {} }, queues: { q: {} } };

  test.each<[place: string, object]>([
    ['functions.a.environment', fn({ environment: { XX: `a${dynamic}b` } })],
    ['functions.a.handler', fn({ handler: dynamic })],
    [
      'functions.a.triggers',
      fn({ triggers: [{ rate: '5m', input: { deep: [dynamic] } }], retry: { deadLetter: 'q' } }),
    ],
    ['functions.a.triggers', fn({ triggers: [{ rate: '5m', input: { [dynamic]: 1 } }], retry: { deadLetter: 'q' } })],
    ['functions.a.triggers', fn({ triggers: [{ bucket: 'b', on: ['created'], prefix: dynamic }] })],
    ['services.web.environment', service({ environment: { XX: dynamic } })],
    ['services.web.command', service({ command: ['run', dynamic] })],
    ['services.web.healthCheck.path', service({ healthCheck: { path: `/${dynamic}` } })],
  ])('fails on aws-cdk in %s', (place, spec) => {
    expect(said({ ...onAws, ...uploads, ...spec })).toContain(`${place}: ${refused}`);
    const onPulumi = said({ targets: ['aws-pulumi'], ...uploads, ...spec });
    expect(onPulumi.filter((line) => line.includes('is refused on'))).toEqual([]);
  });

  test('is allowed with a space, which CloudFormation keeps as it is', () => {
    expect(said({ ...onAws, ...fn({ environment: { XX: '{{ resolve:ssm:/x }}' } }) })).toEqual([]);
  });
});

describe('a text that is not in Unicode NFC', () => {
  const decomposed = 're\u0301sume\u0301s/';
  const changed =
    'is not in Unicode NFC, and gcp-cdktf deploys it in NFC: it then differs from the same text elsewhere ' +
    '(write the text in NFC, or normalize both texts before the code compares them)';
  const spec = {
    ...fn({
      environment: { FOLDER: decomposed, SAME: decomposed.normalize('NFC') },
      triggers: [{ bucket: 'b', on: ['created'], prefix: decomposed }],
    }),
    buckets: { b: {} },
  };

  test('is warned of where gcp-cdktf is asked', () => {
    expect(said({ ...onGcp, ...spec })).toEqual([
      `warning: functions.a.environment.FOLDER: ${changed}`,
      `warning: functions.a.triggers.0.prefix: ${changed}`,
    ]);
    expect(said({ targets: ['gcp-pulumi'], ...spec })).toEqual([]);
  });
});

test.each(['toString', '4dabf18193072939515e22adb298388d'])('a tag named %s fails on aws-pulumi', (key) => {
  const line =
    "tags: is refused on aws-pulumi: Pulumi's SDK fails with a tag named toString or 4dabf18193072939515e22adb298388d " +
    '(choose another name)';
  expect(said({ targets: ['aws-pulumi'], tags: { [key]: 'x' }, topics: { t: {} } })).toEqual([line]);
  expect(said({ targets: ['aws-cdk'], tags: { [key]: 'x' }, topics: { t: {} } })).toEqual([]);
});
