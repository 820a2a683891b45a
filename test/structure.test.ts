import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as ts from 'typescript';
import { cloudOf, clouds, targets } from '../lib/model/target';

const root = join(__dirname, '..');

/** The nouns of the model, each with a file in every layer. */
const nouns = ['api', 'bucket', 'foundation', 'function', 'queue', 'secret', 'service', 'table', 'topic', 'trigger'];

/** Every folder of the house. With nouns or without them: what else is in it is planned. */
const house: Readonly<Record<string, { readonly nouns?: readonly string[]; readonly others: string }>> = {
  lib: { others: 'index secret secret-contract warm' },
  'lib/model': {
    nouns,
    others: `alarm alternative architecture certain checked cidr circle clash cold-start consumer cron cron-field cycle define divergence
      duration engine-value environment existence grant habit hint image ingress ingress-check issue json-document json-schema kind literal-check load load-balancer log loop name narrow nearest network network-check not-yet offset origins
      output overlay overlay-file parameter-specs parameter-values parameters parse per-cloud plain prefix-check printable problem rate reading reference
      reference-check resolve role-settings route-check schema secret-placeholder source stand-in substitute target text time-zone tokens
      trigger-check type-check unset use-check validate window window-cover written wrong yaml yaml-document yaml-habit existing existing-check existing-form`,
  },
  'lib/support': {
    nouns,
    others: `alarm approximate callee cold-start delivery entries grant judge network retain rows rule service-load tag text window workers existing`,
  },
  'lib/disk': { others: 'bounded-file bounded-folder ending fault owner saved-plan temporary' },
  'lib/settings': { others: 'chosen context environment flags held pulumi' },
  'lib/archive': {
    others: 'built code directory doubt error folder given ignore link private size source store warmer warning zip',
  },
  'lib/cloud': {
    others:
      'archives check each elements joined-names name order others part placeholder queue-timeout reserved existing',
  },
  'lib/cloud/aws': {
    nouns,
    others: `alarm approximation architecture cold-start concurrency-limits consumer-limits environment-limits fargate grant handler-limits ingress-limits invoker length limits listener listener-rule load-balancer name name-limits network network-limits output own-network pattern permission-limits policy-limits queue-policy retry role-settings route-limits schedule security-group service-limits
      service-url text
      stack-limits stack-resources template-limits trigger-limits trust upload warmer existing existing-limits`,
  },
  'lib/cloud/gcp': {
    nouns,
    others:
      'alarm approximation architecture build circle cold-start cron delivery-limits environment-limits grant handler-limits instance-limits invoker invoker-limits limits location name name-limits network network-limits notification output path-limits push schedule schedule-limits service-account service-agent services tag text text-limits timer trigger-limits wait warmer existing',
  },
  'lib/render': {
    others: `elements engine-error installed locate named part-table prepare pulumi pulumi-component pulumi-element pulumi-held pulumi-installed pulumi-place pulumi-text required stored taken-output`,
  },
  'lib/render/aws-cdk': {
    nouns,
    others:
      'acknowledgment alarm app app-policy app-scaling app-view app-warning architecture closed-role cold-start flow-log held index installed invoker listener-rule load-balancer network notification own-network parts queue-policy refusal retry role schedule security-group stack-limit store tag topic-policy vpc warmer warning',
  },
  'lib/render/aws-pulumi': {
    nouns,
    others: `alarm architecture cold-start component flow-log index installed invoker listener-rule load-balancer name network own-network parts policy queue-policy retry role schedule security-group task upload warmer where`,
  },
  'lib/render/gcp-cdktf': {
    nouns,
    others: `alarm annotate app app-data app-iam app-lifecycle app-service app-twice app-view architecture build cold-start grant held index installed invoker network notification parts place provider push service-agent store timer wait warmer where`,
  },
  'lib/render/gcp-pulumi': {
    nouns,
    others:
      'alarm architecture build cold-start component grant index installed invoker network notification parts push same-names service-agent timer wait warmer where',
  },
  'lib/synth': {
    others:
      'app aws-cdk beside engine-variables folder folder-error gcp-cdktf gcp-cdktf-app manifest place pulumi pulumi-project recording-file replace request state swap synthesize unwritable',
  },
  'lib/synth/pulumi': {
    others: `answer asset attempt callbacks client computed engine features host in-process invokes marker mocks monitor monitor-options options other-stacks output-value preload preload-file
      program project recording refusal sdk server settled signature stack-output state transform-options transforms urn value`,
  },
  'lib/facts': {
    nouns,
    others:
      'alarm code cold-start delivery expect expectation exported facts listener-priority load-balancer name network schedule stated text text-fact warmer existing',
  },
  'lib/readback': {
    others: `app-blocks app-links app-stacks app-templates artefact assembly assembly-files assets authoritative cloudformation construct-id construct-metadata document engine-values error expressions folder foreign-waits found given-names google-places intrinsics json made metadata misnamed only-names outputs outside owner part permission placeholder places policy project pulumi pulumi-archive pulumi-options pulumi-place pulumi-value read reader recording-rest registration resource role-settings side single spell stamp state-links statement stored tags template-rest terraform terraform-folder terraform-program terraform-provider terraform-stacks text tfvars uniform urn existing`,
  },
  'lib/readback/aws': {
    others:
      'access-logs alarm api cold-start dialect existing grant invoker listener listener-rule managed-policy network own-network queue queue-policy retry runtime schedule trigger trust warmer',
  },
  'lib/readback/gcp': {
    nouns,
    others:
      'alarm build cold-start container dialect existing grant invoker label location memory name needs network notification push reader reference routes runtime schedule service-account service-agent timer wait warmer',
  },
  // An API has the same resources on both engines, so it is read once, in `aws`.
  'lib/readback/aws-cdk': {
    nouns: nouns.filter((noun) => noun !== 'api'),
    others:
      'code cold-start dialect export ground invoker joined load-balancer logs own-network part-names queue-policy reader reference refusal retention schedule security-group task task-role warmer',
  },
  'lib/readback/aws-pulumi': {
    nouns: nouns.filter((noun) => noun !== 'api'),
    others:
      'cold-start dialect export given-name ground invoker joined load-balancer network own-network part-names queue-policy reader reference schedule security-group task task-role upload warmer',
  },
  // Google's resources have the same properties on both engines, so their nouns are read once, in `gcp`.
  'lib/readback/gcp-cdktf': { others: 'code dialect part-names reader' },
  'lib/readback/gcp-pulumi': { others: 'dialect part-names reader' },
  'lib/equivalence': {
    others: 'approximations compare difference divergences format matrix outcome remark report shared-tags',
  },
  'lib/explain': { others: 'aws clock explain format gcp network profile week words' },
  'lib/cli': {
    others:
      'app-flags command explain facts failure main open output resolve support synth terminal usage validate verify yaml',
  },
  'lib/verify': {
    others:
      'app artifacts choose engine-values facts format from index open option-error options read-all recording-mocks stored synthesized target-of unit verification verify',
  },
};

const files = (readdirSync(join(root, 'lib'), { recursive: true }) as string[])
  .filter((file) => file.endsWith('.ts'))
  .map((file) => `lib/${file.replaceAll('\\', '/')}`)
  .sort();

const folderOf = (file: string): string => file.slice(0, file.lastIndexOf('/'));

test('every folder is planned', () => {
  expect([...new Set(files.map(folderOf))].sort()).toEqual(Object.keys(house).sort());
});

test.each([
  ['lib/cloud', clouds],
  ['lib/render', targets],
  ['lib/readback', [...targets, ...clouds]],
])('%s has a folder for each of the model', (layer, names) => {
  const folders = readdirSync(join(root, layer), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map(({ name }) => name).sort()).toEqual([...names].sort());
});

test.each(Object.entries(house))(
  '%s holds its nouns, and what else is planned',
  (folder, { nouns: own = [], others }) => {
    const planned = [...own, ...others.split(/\s+/)];
    const found = files.filter((file) => folderOf(file) === folder).map((file) => file.slice(folder.length + 1, -3));
    expect(found.sort()).toEqual(planned.sort());
  },
);

describe.each(targets)('the tests of render/%s', (target) => {
  const cases = readdirSync(join(root, 'test/render', target))
    .filter((file) => file.endsWith('.cases.ts'))
    .map((file) => file.slice(0, -'.cases.ts'.length));

  test('have cases for every noun', () => {
    // On AWS, conformance and readback cover triggers.
    expect(nouns.filter((noun) => !cases.includes(noun))).toEqual(cloudOf(target) === 'aws' ? ['trigger'] : []);
  });

  test('run every file of cases', () => {
    const runner = readFileSync(join(root, `test/render/${target}.test.ts`), 'utf8');
    const run = [...runner.matchAll(/^import '\.\/(.+)\.cases';$/gm)].map(([, file]) => file);
    expect(run.sort()).toEqual(cases.map((name) => `${target}/${name}`).sort());
  });
});

/** What several layers have as well, though not all of them. */
const some = {
  grant: [
    'lib/model',
    'lib/support',
    'lib/cloud/aws',
    'lib/cloud/gcp',
    'lib/render/gcp-cdktf',
    'lib/render/gcp-pulumi',
  ],
  invoker: [
    'lib/cloud/aws',
    'lib/cloud/gcp',
    ...['aws-cdk', 'aws-pulumi', 'gcp-cdktf', 'gcp-pulumi'].map((target) => `lib/render/${target}`),
    ...['aws-cdk', 'aws-pulumi', 'gcp'].map((side) => `lib/readback/${side}`),
  ],
};

test.each(Object.entries(some))('%s has its file wherever there is one', (name, folders) => {
  for (const folder of folders) expect(files).toContain(`${folder}/${name}.ts`);
});

test('no file is long', () => {
  const long = files.filter((file) => readFileSync(join(root, file), 'utf8').split('\n').length > 221);
  expect(long).toEqual([]);
});

test('no file is named after nothing in particular', () => {
  expect(files.filter((file) => /\/(?:utils?|helpers?|common|misc|types)\.ts$/.test(file))).toEqual([]);
});

/** What a noun's file makes: its sentence is the file's, and its verb is the layer's. */
const verbs = /^(?:plan|render|read)[A-Z]/;

test('whatever is exported and does something, or has a form of its own, says what it is', () => {
  expect(files.flatMap(undocumented)).toEqual([]);
});

function undocumented(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.ES2022, true);
  return source.statements.filter(isExported).flatMap((statement) => {
    const names = namesIn(statement).filter((name) => !verbs.test(name));
    return ts.getJSDocCommentsAndTags(statement).length > 0 ? [] : names.map((name) => `${file}: ${name}`);
  });
}

const isExported = (statement: ts.Statement): boolean =>
  ts.canHaveModifiers(statement) &&
  (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);

/** Functions, classes and interfaces; values, and types that follow from values, are what their names say. */
function namesIn(statement: ts.Statement): string[] {
  if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement) || ts.isInterfaceDeclaration(statement))
    return [statement.name?.text ?? 'default'];
  if (!ts.isVariableStatement(statement)) return [];
  return statement.declarationList.declarations
    .filter(({ initializer }) => initializer && ts.isArrowFunction(initializer))
    .map(({ name }) => name.getText());
}
