import { architectureSpec } from '../../lib/model/architecture';
import { targets, type Target } from '../../lib/model/target';
import { judge } from '../../lib/support/judge';
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

describe('names that an engine reads as its own', () => {
  const kept =
    'is refused on aws-cdk: CloudFormation reads such a name in a map of tags as one of its functions (choose another name)';
  const pulumis =
    'is refused on aws-pulumi: Pulumi keeps such names for itself, and drops some of them from tags (choose another name)';

  test.each([
    ['Ref', [`tags: ${kept}`]],
    ['Fn::GetAtt', [`tags: ${kept}`]],
    ['__defaults', [`tags: ${pulumis}`]],
    ['Reference', []],
    ['_team', []],
  ])('tags: %s', (key, says) => {
    expect(said({ ...onAws, topics: { t: {} }, tags: { [key]: 'x' } })).toEqual(says);
  });

  test('fails on gcp-pulumi for a variable of a function that begins with two underscores', () => {
    const refusedThere =
      "functions.a.environment: is refused on gcp-pulumi: Pulumi keeps such names for itself, and drops some of them from a function's variables (choose another name)";
    expect(said({ ...onGcp, ...fn({ environment: { __meta: 'x' } }) })).toEqual([refusedThere]);
    expect(said({ ...onGcp, ...fn({ environment: { _meta: 'x' } }) })).toEqual([]);
    expect(said({ targets: ['gcp-cdktf'], ...fn({ environment: { __meta: 'x' } }) })).toEqual([]);
  });
});

describe('a variable in a command on Cloud Run', () => {
  const image = 'europe-west1-docker.pkg.dev/p/r/web:1';
  const warning = (name: string): string =>
    `warning: services.web.command.0: contains $(${name}), which Cloud Run may replace with the variable; Google's documents disagree (let the program read the variable, or a shell: sh -c with $${name})`;
  const command = (text: string) =>
    said({ ...onGcp, services: { web: { image, command: [text], environment: { MODE: 'x' } } } });

  test('is warned of if it has a value there', () => {
    expect(command('--mode=$(MODE)')).toContain(warning('MODE'));
    expect(command('$$(PORT)')).toContain(warning('PORT'));
  });

  test('is no warning if a shell runs a command of that name', () => {
    expect(command('echo $(date)').filter((line) => line.includes('$('))).toEqual([]);
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

  test.each<[place: string, object]>([
    ['functions.a.environment', fn({ environment: { XX: decomposed } })],
    ['functions.a.handler', fn({ runtime: 'java21', handler: { aws: 'x.Y', gcp: `com.${'e\u0301'}.Main` } })],
    ['services.web.command', service({ command: [decomposed] })],
    ['services.web.healthCheck.path', service({ healthCheck: { path: `/${decomposed}` } })],
    ['tags', { tags: { a: decomposed } }],
  ])('is approximated on gcp-cdktf only, in %s', (place, one) => {
    const about = (target: Target): string[] =>
      judge(architectureSpec.parse({ name: 'shop', ...one }), target)
        .filter(({ reason }) => reason === 'Terraform normalizes every text to Unicode NFC')
        .map(({ path }) => path);
    expect(targets.map(about)).toEqual([[], [place], [], []]);
  });

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
