import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { report } from '../../lib/equivalence/report';
import { kinds } from '../../lib/model/kind';
import { cloudOf, clouds, targets, type Cloud, type Target } from '../../lib/model/target';
import { readFacts } from '../../lib/readback/read';
import { exactThoughUnread, everythingOn, readByPlan, unruled } from '../model-fields';
import { render } from '../rendering';

/** A module of the model in which one schema has a field more, which nothing renders. */
function mockWithField(actual: Record<string, unknown>, schema: string): Record<string, unknown> {
  const extended = (actual[schema] as z.ZodObject).extend({ extra: z.int().default(7) });
  return { ...actual, [schema]: extended };
}

jest.mock('../../lib/model/function', () =>
  mockWithField(jest.requireActual('../../lib/model/function'), 'functionSpec'),
);
jest.mock('../../lib/model/service', () => mockWithField(jest.requireActual('../../lib/model/service'), 'serviceSpec'));
jest.mock('../../lib/model/api', () => mockWithField(jest.requireActual('../../lib/model/api'), 'apiSpec'));
jest.mock('../../lib/model/queue', () => mockWithField(jest.requireActual('../../lib/model/queue'), 'queueSpec'));
jest.mock('../../lib/model/topic', () => mockWithField(jest.requireActual('../../lib/model/topic'), 'topicSpec'));
jest.mock('../../lib/model/bucket', () => mockWithField(jest.requireActual('../../lib/model/bucket'), 'bucketSpec'));
jest.mock('../../lib/model/table', () => mockWithField(jest.requireActual('../../lib/model/table'), 'tableSpec'));
jest.mock('../../lib/model/secret', () => mockWithField(jest.requireActual('../../lib/model/secret'), 'secretSpec'));
jest.mock('../../lib/model/foundation', () =>
  mockWithField(jest.requireActual('../../lib/model/foundation'), 'foundationSpec'),
);
jest.mock('../../lib/model/cold-start', () =>
  mockWithField(jest.requireActual('../../lib/model/cold-start'), 'coldStartSpec'),
);
jest.mock('../../lib/model/trigger', () => mockWithField(jest.requireActual('../../lib/model/trigger'), 'retrySpec'));
jest.mock('../../lib/model/architecture', () =>
  mockWithField(jest.requireActual('../../lib/model/architecture'), 'architectureSpec'),
);

const text = readFileSync(join(__dirname, '../vendor/everything.yaml'), 'utf8');

/** Where a cloud has no place for a field, whatever it says. */
const unstated: Readonly<Record<Cloud, readonly string[]>> = {
  aws: [],
  gcp: [
    // An API that is its only function leaves nothing of its own.
    'apis.own.extra',
    // Without events or schedules there is nothing to retry.
    ...['reads', 'writes', 'catches', 'serves'].map((name) => `functions.${name}.retry.extra`),
  ],
};

describe.each(targets)('on %s, a field of the model that nothing renders', (target: Target) => {
  it('is a difference on every element', async () => {
    const { resolved, expected, folder } = await render({ text }, target);
    const { architecture } = resolved;
    const reading = { target, architecture, expected, actual: readFacts(folder, target), isApp: false };
    const { equivalent, differences } = report([reading]);
    const elements = kinds.flatMap((kind) => Object.keys(architecture[kind]).map((name) => `${kind}.${name}.extra`));
    const strategies = (['functions', 'services'] as const).flatMap((kind) =>
      Object.keys(architecture[kind]).map((name) => `${kind}.${name}.coldStart.extra`),
    );
    const retries = Object.keys(architecture.functions).map((name) => `functions.${name}.retry.extra`);
    const everywhere = [...elements, ...strategies, ...retries, 'extra', 'foundation.extra'];
    expect(differences.map(({ path }) => path).sort()).toEqual(
      everywhere.filter((path) => !unstated[cloudOf(target)].includes(path)).sort(),
    );
    expect(differences.every((one) => one.expected === 7 && one.actual === undefined)).toBe(true);
    expect(equivalent).toBe(false);
  });
});

const targetOf = { aws: 'aws-cdk', gcp: 'gcp-cdktf' } as const satisfies Record<Cloud, Target>;

describe.each(clouds)('on %s, a field of the model that nothing renders', (cloud) => {
  const target = targetOf[cloud];
  const architectures = everythingOn(cloud);

  it('is not called exact without an objection', () => {
    const missing = exactThoughUnread(architectures, target);
    expect(missing.filter((path) => path.endsWith('extra')).sort()).toEqual(
      [
        ...kinds.map((kind) => `${kind}.extra`),
        'functions.coldStart.extra',
        'services.coldStart.extra',
        'functions.retry.extra',
        'foundation.extra',
        'extra',
      ].sort(),
    );
  });

  it('is read by no plan', () => {
    const [architecture] = architectures;
    const { overlooked } = readByPlan(architecture!, cloud);
    const paths = unruled(overlooked, architecture!, target).filter((path) => path.endsWith('.extra'));
    expect(new Set(paths.map((path) => path.split('.')[0]))).toEqual(new Set([...kinds, 'foundation']));
  });
});
