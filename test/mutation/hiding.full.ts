import { acceptDeclared } from '../../lib/equivalence/divergences';
import { targets, cloudOf, type Target } from '../../lib/model/target';
import { allExamples } from '../examples';
import { render } from '../rendering';
import { Editable } from './artefact';
import { mutations as aws } from './aws';
import { cdk, pulumi as awsPulumi } from './aws-words';
import { Edit, type Vocabulary } from './edit';
import { mutations as gcp } from './gcp';
import { cdktf, pulumi as gcpPulumi } from './gcp-words';
import { Places } from './places';

const example = 'provisioned-node';
const words: Readonly<Record<Target, Vocabulary>> = {
  'aws-cdk': cdk,
  'aws-pulumi': awsPulumi,
  'gcp-cdktf': cdktf,
  'gcp-pulumi': gcpPulumi,
};
const variable = 'one more environment variable';
const grants = { aws: ['every action in the policy', 'one more action in the policy'], gcp: ['a wider role'] };

describe.each(targets)('a declared divergence on %s', (target) => {
  const cloud = cloudOf(target);
  let editable: Editable;
  beforeAll(async () => {
    editable = new Editable(await render(allExamples[example], target));
  });

  /** The differences that changes make together, with some of them declared by their paths. */
  function differences(changes: readonly string[], declared: readonly string[] = []): string[] {
    const artefact = editable.original();
    const edit = new Edit(new Places(target, example, artefact), words[target]);
    const all = cloud === 'aws' ? aws : gcp;
    for (const what of changes) all.find((one) => one.what === what && one.of.includes(example))!.make(edit);
    const divergences = declared.map((path) => ({ target, path, reason: 'we mean it' }));
    return acceptDeclared(target, editable.differencesWith(artefact), divergences).differences.map(({ path }) => path);
  }

  test.each(grants[cloud])('for a variable hides no wider permission: %s', (grant) => {
    const [added, widened] = [differences([variable]), differences([grant])];
    expect(added).toEqual(['functions.counter.environment.DEBUG']);
    expect(widened.length).toBeGreaterThan(0);
    expect(differences([variable, grant], added)).toEqual(widened);
  });

  test.each(grants[cloud])('for a wider permission hides no variable: %s', (grant) => {
    expect(differences([variable, grant], differences([grant]))).toEqual(['functions.counter.environment.DEBUG']);
  });
});
