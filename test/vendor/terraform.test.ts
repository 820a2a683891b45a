import { read, renamed, renderAll, type Json } from './architectures';
import { checkStack } from './terraform';

let stacks: ReadonlyMap<string, Json>;
beforeAll(async () => {
  stacks = new Map([...(await renderAll('gcp-cdktf'))].map(([name, file]) => [name, read(file)]));
});

const copy = (): Json => structuredClone(stacks.get('everything'));

test('every stack is what the provider takes', () => {
  expect([...stacks].flatMap(([name, one]) => checkStack(one).map((line) => `${name}: ${line}`))).toEqual([]);
});

/** The one resource of a type, or the first. */
const first = (stack: Json, type: string): Json => Object.values<Json>(stack.resource[type])[0];

/** What is wrong in the first resource of a type; a place begins after the resource's address. */
const wrong: readonly [name: string, type: string, edit: (body: Json) => void, lines: readonly string[]][] = [
  [
    'an attribute that does not exist',
    'google_storage_bucket',
    (body) => (body.encrypted = true),
    ['.encrypted: no such attribute or block'],
  ],
  [
    'an attribute that does not exist in a block',
    'google_cloudfunctions2_function',
    (body) => (body.service_config.memory = '256Mi'),
    ['.service_config.memory: no such attribute or block'],
  ],
  [
    'a block that does not exist',
    'google_cloud_run_v2_service',
    (body) => (body.template.containers[0].readiness = {}),
    ['.template.containers.0.readiness: no such attribute or block'],
  ],
  ['a required attribute that is missing', 'google_project_iam_member', (body) => delete body.role, ['.role: missing']],
  [
    'a required block that is missing',
    'google_cloud_run_v2_service',
    (body) => delete body.template,
    ['.template: missing'],
  ],
  [
    'a required attribute that is missing in a block',
    'google_project_iam_member',
    (body) => (body.condition = { title: 'only here' }),
    ['.condition.expression: missing'],
  ],
  [
    'an attribute that only the cloud knows',
    'google_service_account',
    (body) => (body.email = 'me@example.com'),
    ['.email: only the cloud knows it'],
  ],
  [
    'a text in place of a number',
    'google_cloudfunctions2_function',
    (body) => (body.service_config.timeout_seconds = '60'),
    ['.service_config.timeout_seconds: must be a number, found "60"'],
  ],
  [
    'a text that holds a reference in place of a number',
    'google_cloudfunctions2_function',
    (body) => (body.service_config.timeout_seconds = '${var.region}0'),
    ['.service_config.timeout_seconds: must be a number, found "${var.region}0"'],
  ],
  [
    'a number in place of a text',
    'google_cloudfunctions2_function',
    (body) => (body.service_config.available_memory = 256),
    ['.service_config.available_memory: must be a text, found 256'],
  ],
  [
    'a text in place of a boolean',
    'google_storage_bucket',
    (body) => (body.uniform_bucket_level_access = 'true'),
    ['.uniform_bucket_level_access: must be a boolean, found "true"'],
  ],
  [
    'a text in place of a list',
    'google_cloud_run_v2_service',
    (body) => (body.template.containers[0].args = 'nginx'),
    ['.template.containers.0.args: must be a list of values, found "nginx"'],
  ],
  [
    'a list in place of a map',
    'google_cloudfunctions2_function',
    (body) => (body.service_config.environment_variables = [{ name: 'LEVEL', value: 'info' }]),
    ['.service_config.environment_variables: must be a map of texts, found [{"name":"LEVEL","value":"info"}]'],
  ],
  [
    'a text in place of a block',
    'google_cloudfunctions2_function',
    (body) => (body.build_config.source = '${var.region}'),
    ['.build_config.source: must be a block, found "${var.region}"'],
  ],
  [
    'a second one of a block of which there is one',
    'google_cloud_run_v2_service',
    (body) => (body.scaling = [{}, {}]),
    ['.scaling: must be one block, found [{},{}]'],
  ],
  [
    'a reference to a resource that is not there',
    'google_project_iam_member',
    (body) => (body.member = 'user:${google_service_account.nobody.email}'),
    ['.member: google_service_account.nobody.email names nothing that is in the stack'],
  ],
  [
    'a reference to a data source that is not there',
    'google_project_iam_member',
    (body) => (body.project = '${data.google_project.here.project_id}'),
    ['.project: data.google_project.here.project_id names nothing that is in the stack'],
  ],
  [
    'a reference inside the text of a function',
    'google_project_iam_member',
    (body) => (body.member = '${lower("${var.zone}-a")}'),
    ['.member: var.zone names no variable that is declared'],
  ],
  [
    'a directive that nobody escaped',
    'google_project_iam_member',
    (body) => (body.member = '%{ if true }me%{ endif }'),
    ['.member: a directive, which nothing here writes'],
  ],
  [
    'a dependency on what is not there',
    'google_storage_bucket',
    (body) => (body.depends_on = ['google_project_service.storage']),
    ['.depends_on: google_project_service.storage names nothing that is in the stack'],
  ],
  [
    'a change that is ignored of what does not exist',
    'google_cloud_run_v2_service',
    (body) => (body.lifecycle = { ignore_changes: ['scaling[0].min_instance_count', 'scaling[0].minimum'] }),
    ['.lifecycle.ignore_changes: no attribute scaling[0].minimum'],
  ],
];
test.each(wrong)('fails on %s', (_, type, edit, lines) => {
  const stack = copy();
  const [id] = Object.keys(stack.resource[type]);
  edit(first(stack, type));
  expect(checkStack(stack)).toEqual(lines.map((line) => `${type}.${id}${line}`));
});

test('fails on an attribute that is no attribute of what a reference names', () => {
  const stack = copy();
  const [id] = Object.keys(stack.resource.google_service_account);
  stack.output.endpoint.value = `https://\${google_service_account.${id}.address}/`;
  expect(checkStack(stack)).toEqual([
    `output.endpoint.value: google_service_account.${id}.address is no attribute of google_service_account`,
  ]);
});

test('fails on a type of resource that does not exist', () => {
  const stack = copy();
  stack.resource.google_storage_pails = { one: { name: 'one' } };
  stack.data.google_storage_pails = { one: { name: 'one' } };
  expect(checkStack(stack)).toEqual([
    'google_storage_pails.one: no such type',
    'data.google_storage_pails.one: no such type',
  ]);
});

test('fails on what no stack, provider, variable or output has', () => {
  const stack = copy();
  stack.resources = {};
  stack.provider.google[0].location = 'here';
  stack.variable.region.secret = true;
  stack.output.endpoint.text = 'here';
  expect(checkStack(stack)).toEqual([
    'resources: no such part of a stack',
    'variable.region.secret: nothing that Terraform knows',
    'output.endpoint.text: nothing that Terraform knows',
    'provider.google.location: no such attribute or block',
  ]);
});

test('fails on a name that a target and its reader agree on, and the provider does not know', () => {
  const stack = renamed(copy(), 'available_memory', 'available_memory_mib');
  expect(checkStack(stack)).toEqual(
    Object.keys(stack.resource.google_cloudfunctions2_function).map(
      (id) => `google_cloudfunctions2_function.${id}.service_config.available_memory_mib: no such attribute or block`,
    ),
  );
});
