import fc from 'fast-check';
import { ArchitectureError } from '../../lib/model/problem';
import { cloudOf, targets } from '../../lib/model/target';
import { architecture } from '../fuzz/architecture';
import { Workshop } from '../fuzz/workshop';
import { viewOf } from './artifacts';
import { awaited } from './awaited';
import { rulesFor } from './load';
import { linesOf, violationsOf } from './rule';

/** A seed that no other suite has, so that nothing was mended with these architectures in sight. */
const held = fc.sample(architecture, { seed: 1202, numRuns: 25 });

const isArtifact = (file: string): boolean => /(?:\.template\.json|cdk\.tf\.json|resources\.json)$/.test(file);

/** Protection against deletion breaks the rule about it, and is what the architecture asks for. */
const isAskedFor = (rule: string, tree: object): boolean =>
  rule === 'load-balancer-attributes' && JSON.stringify(tree).includes('"deletionProtection"');

describe.each(targets)('random architectures on %s', (target) => {
  const workshop = new Workshop();
  afterAll(() => workshop.clear());

  test('keep every rule of their cloud', async () => {
    Error.stackTraceLimit = 0;
    const found = new Set<string>();
    let rendered = 0;
    for (const valid of held.filter((one) => one.targets.includes(target)))
      try {
        const staged = workshop.stage(valid.tree, 'yaml');
        const { files } = await workshop.render(staged, valid.parameters, target, valid.withoutCode);
        const [, artifact] = [...files].find(([file]) => isArtifact(file))!;
        rendered += 1;
        for (const [name, rule] of rulesFor(target))
          if (!awaited[target]?.includes(name) && !isAskedFor(name, valid.tree))
            for (const line of linesOf(violationsOf(rule, viewOf[target](artifact.toString()))))
              found.add(`${name}: ${line}`);
      } catch (error) {
        // Google Cloud refuses some of what AWS has; the fuzz tests hold its reasons.
        if (!(error instanceof ArchitectureError) || cloudOf(target) === 'aws') throw error;
      }
    expect([...found]).toEqual([]);
    expect(rendered).toBeGreaterThan(5);
  });
});
