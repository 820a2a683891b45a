import { Editable, type Json } from '../mutation/artefact';
import { render } from '../rendering';

const text = `
name: shop
functions:
  orders:
    runtime: nodejs22
    code: code
    handler: index.handler
    coldStart:
      utilization: { min: 2, max: 50 }
      scheduled:
        - { name: day, start: "0 8 * * 1-5", end: "0 18 * * 1-5", min: 20 }
        - { name: night, start: "0 1 * * 2-6", end: "0 3 * * 2-6", min: 10 }
`;

const resourcesIn = (artifact: Json, type: string): Json[] =>
  artifact.resources.filter((one: Json) => one.type.startsWith(`aws:appautoscaling/${type}:`));

describe('changes of one scalable target on aws-pulumi', () => {
  let editable: Editable;
  beforeAll(async () => {
    editable = new Editable(await render({ text }, 'aws-pulumi'));
  });

  const pathsAfter = (change: (artifact: Json) => void): string[] => {
    const artifact = editable.original();
    change(artifact);
    return editable.differencesWith(artifact).map(({ path }) => path.replace(/![^!]*::/, '!'));
  };

  test('are rendered one after another, the policy last', () => {
    const artifact = editable.original();
    const [policy] = resourcesIn(artifact, 'policy');
    expect(policy.options.dependsOn[0]).toMatch(/::shop-orders-night-end$/);
    expect(pathsAfter(() => undefined)).toEqual([]);
  });

  test('fails where one waits for none', () => {
    const paths = pathsAfter((artifact) => {
      for (const one of resourcesIn(artifact, 'scheduledAction')) one.options = {};
    });
    expect(paths.filter((path) => path.includes('options.dependsOn'))).toHaveLength(5);
  });

  test('fails where two wait for the same one', () => {
    const paths = pathsAfter((artifact) => {
      const [first] = resourcesIn(artifact, 'scheduledAction').filter(({ name }) => name.endsWith('day-start'));
      for (const one of resourcesIn(artifact, 'scheduledAction'))
        if (one !== first) one.options = { dependsOn: [first.urn] };
    });
    expect(paths.filter((path) => path.includes('options.dependsOn'))).toHaveLength(4);
  });

  test('fails where the policy waits for none', () => {
    const paths = pathsAfter((artifact) => {
      for (const one of resourcesIn(artifact, 'policy')) one.options = {};
    });
    expect(paths).toEqual([expect.stringMatching(/options\.dependsOn$/)]);
  });
});
