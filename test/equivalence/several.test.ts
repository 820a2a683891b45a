import { matrixOf } from '../../lib/equivalence/matrix';
import { areSeveral, report, type At, type Reading } from '../../lib/equivalence/report';
import type { Facts } from '../../lib/facts/facts';
import type { Target } from '../../lib/model/target';
import { plainFunction, resolveObject } from '../model/architectures';
import { emptyFacts } from './empty-facts';

const { architecture } = resolveObject({
  functions: { f: { ...plainFunction, architecture: 'arm64' } },
  targets: ['aws-cdk'],
});
const facts: Facts = { ...emptyFacts, functions: { f: { memoryMiB: 256 } } };
const changed = { functions: { f: { memoryMiB: 512 } } };
const at = (stack: string): At => ({ path: `${stack}/Shop`, stack });
const reading = (place: At | undefined, actual: Partial<Facts> = {}, target: Target = 'aws-cdk'): Reading => ({
  target,
  architecture,
  expected: facts,
  actual: { ...facts, ...actual },
  isApp: true,
  ...(place !== undefined && { at: place }),
});

describe('a report of one architecture of an app', () => {
  it('names its place, and not in differences', () => {
    const readings = [reading(at('One'), changed)];
    const { differences, places } = report(readings);
    expect(areSeveral(readings)).toBe(false);
    expect(differences).toStrictEqual([
      { target: 'aws-cdk', path: 'functions.f.memoryMiB', expected: 256, actual: 512 },
    ]);
    expect(places).toStrictEqual([
      { target: 'aws-cdk', path: 'One/Shop', stack: 'One', architecture: 'shop', equivalent: false },
    ]);
  });

  it('has no places where the artifacts are those of the command', () => {
    const readings = [reading(undefined), reading(undefined, {}, 'aws-pulumi')];
    expect(areSeveral(readings)).toBe(false);
    expect(report(readings)).not.toHaveProperty('places');
  });
});

describe('a report of several architectures of an app', () => {
  const readings = [reading(at('One')), reading(at('Two'), changed)];

  it('names the place of each difference, and judges each place', () => {
    const { differences, places } = report(readings);
    expect(areSeveral(readings)).toBe(true);
    expect(differences.map(({ place }) => place)).toEqual(['Two/Shop']);
    expect(places?.map(({ path, equivalent }) => [path, equivalent])).toEqual([
      ['One/Shop', true],
      ['Two/Shop', false],
    ]);
  });

  it('has the environment of a place', () => {
    const { places } = report([reading(at('One')), reading(at('Two'), { env: 'prod' })]);
    expect(places?.map((place) => ['env' in place, place.env])).toEqual([
      [false, undefined],
      [true, 'prod'],
    ]);
  });

  it('states once what one architecture is promised', () => {
    const once = report([reading(at('One'))]).approximations;
    expect(report(readings).approximations).toEqual(once);
    const { architecture: other } = resolveObject({ functions: { f: plainFunction }, targets: ['aws-cdk'] });
    const both = report([...readings, { ...reading(at('Three')), architecture: other }]);
    expect(both.approximations.length).toBe(
      once.length + report([{ ...readings[0]!, architecture: other }]).approximations.length,
    );
  });

  it('counts the resources of a stack that belong to none of them, once', () => {
    const { notJudged } = report([
      reading(at('One'), { notJudgedIn: { One: 4, Two: 9 } }),
      reading(at('Two'), { notJudgedIn: { One: 7, Two: 3, Three: 0 } }),
    ]);
    expect(notJudged).toEqual([
      { target: 'aws-cdk', stack: 'One', resources: 4 },
      { target: 'aws-cdk', stack: 'Two', resources: 3 },
    ]);
  });

  it('has a column for each in the matrix, where a difference is in its own place only', () => {
    expect(matrixOf(readings, report(readings)).rows).toEqual([
      { element: 'functions.f', cells: ['equal', 'different'] },
    ]);
  });
});

describe('a matrix', () => {
  it('begins with the foundation, also where only the second cloud has one, and ends with the outputs', () => {
    const outputs = { url: 'https://example.com' };
    const onAws = { ...reading(undefined), expected: { ...facts, outputs } };
    const onGoogle = { ...reading(undefined, {}, 'gcp-cdktf'), expected: { ...facts, foundation: {}, outputs } };
    const { rows } = matrixOf([onAws, onGoogle], { ...report([]), differences: [], approximations: [] });
    expect(rows).toEqual([
      { element: 'foundation', cells: ['absent', 'equal'] },
      { element: 'functions.f', cells: ['equal', 'equal'] },
      { element: 'outputs', cells: ['equal', 'equal'] },
    ]);
  });
});
