import { targets } from '../../lib/model/target';
import { flagSource, flagValues } from '../../lib/settings/flags';
import { verifyFresh } from '../../lib/verify/verify';

// `triptych synth` has no app: a text that is spelled like an engine's value is what a person typed.

const code = 'test/apps/aws-cdk/code';
const architecture = {
  name: 'plain',
  parameters: { text: { type: 'string' } },
  functions: {
    order: {
      runtime: 'nodejs22',
      code,
      handler: { aws: 'index.order', gcp: 'order' },
      environment: { TEXT: '${parameters.text}', MIXED: 'a ${parameters.text} b' },
    },
  },
  outputs: { text: '${parameters.text}' },
};

const typed = ['${literal}', '$${literal}', '${Token[TOKEN.1]}', '${Token[AWS.Region.5]}', '${TfToken[TOKEN.0]}'];

test.each([...typed, typed.join(' ')])(
  'parameters: %s on the command line is plain text on each target',
  async (text) => {
    const params = [`text=${text}`];
    const { readings, compared } = await verifyFresh(
      { architecture, targets: [], source: flagSource(params), parameters: flagValues(params) },
      { withoutCode: true },
    );
    const read = readings.map(({ target, actual }) => {
      const { TEXT, MIXED } = actual.functions['order']!.environment as Readonly<Record<string, unknown>>;
      return { target, TEXT, MIXED, output: actual.outputs['text'] };
    });
    // Facts spell a literal `${` as architectures do.
    const same = text.replaceAll('${', () => '$${');
    expect(read).toEqual(targets.map((target) => ({ target, TEXT: same, MIXED: `a ${same} b`, output: same })));
    expect(compared.differences).toEqual([]);
  },
);
