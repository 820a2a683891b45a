import { check } from '../../lib/cloud/check';
import { load } from '../../lib/model/load';
import { ArchitectureError } from '../../lib/model/problem';
import { resolve } from '../../lib/model/resolve';
import { cloudOf, type Target } from '../../lib/model/target';
import { allExamples } from '../examples';
import { Audit } from '../grants/audit';
import { AliasAudit } from '../invokers';
import { reasonsFor } from '../reasons';
import { estimateOf, templateIn } from '../template';
import { differencesIn, linesOf, render, stage, type Rendering, type Written } from '../rendering';
import { cases, type Case } from './cases';

const examples = Object.entries(allExamples).map(([name, example]: [string, Written]): Case & Written => ({
  name: `the example ${name}`,
  ...example,
}));

/** Runs every case on one target. Each is rendered once, and held to everything that holds for all artefacts. */
export function conforms(target: Target): void {
  const cloud = cloudOf(target);
  const grants = new Audit(target);
  const aliases = target === 'aws-cdk' || target === 'aws-pulumi' ? new AliasAudit(target) : undefined;
  for (const one of [...cases, ...examples]) {
    const refused = one.refused?.[cloud];
    const skipped = one.skip?.[target];
    if (skipped !== undefined) test.skip(`${one.name}: ${skipped}`, () => undefined);
    else if (refused)
      test(`${one.name} is refused with the reason in the support table`, () => {
        const refuse = () => resolve(load(stage(one)), [], { targets: [target], checks: check });
        const said = saidBy(refuse);
        expect(said).toEqual(
          refused.map((path, index) => {
            const reasons = reasonsFor(path, target);
            return `${path}: is refused on ${cloud}: ${reasons.find((reason) => said[index]?.endsWith(`: ${reason}`)) ?? reasons.join(', or ')}`;
          }),
        );
      });
    else
      test(`${one.name} reads back equal, with the grants that it needs and no others`, async () => {
        const rendering = await render(one, target);
        expect({
          differences: linesOf(differencesIn(rendering)),
          grants: grants.differencesIn(rendering),
          pastAliases: aliases?.pastAliasesIn(rendering) ?? [],
          template: templateOf(rendering),
        }).toEqual({
          differences: [],
          grants: [],
          pastAliases: [],
          template:
            target === 'aws-cdk' ? { ...estimateOf(rendering.resolved.architecture), size: 'as estimated' } : undefined,
        });
      });
  }
  describe('all together', () => {
    grants.tests();
    aliases?.tests();
  });
}

/** What is in a CloudFormation template; undefined for other artifacts, which have no limit. */
const templateOf = ({ target, folder, resolved }: Rendering) =>
  target === 'aws-cdk' ? templateIn(folder, resolved.architecture) : undefined;

function saidBy(run: () => unknown): string[] {
  try {
    run();
  } catch (error) {
    if (error instanceof ArchitectureError)
      return error.problems
        .filter(({ severity }) => severity === 'error')
        .map(({ path, message }) => `${path}: ${message}`);
    throw error;
  }
  return [];
}
