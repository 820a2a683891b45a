import { OtherStacks } from '../../../lib/synth/pulumi/other-stacks';

const prod = 'acme/ground/prod';

describe('outputs of other stacks', () => {
  test('are read by name, with the organization and the project or without', () => {
    const stacks = new OtherStacks({ [`${prod}.zones`]: '["a","b"]', [`${prod}.topic`]: 't' });
    expect(stacks.output(prod, 'zones')).toEqual({ value: ['a', 'b'] });
    expect(stacks.output('ground/prod', 'topic')).toEqual({ value: 't' });
    expect(stacks.output(prod, 'bucket')).toBeUndefined();
    expect([...stacks.unanswered]).toEqual([`${prod}.bucket`]);
    expect(() => stacks.checkRead()).not.toThrow();
  });

  test('that nothing reads are an error', () => {
    const stacks = new OtherStacks({ [`${prod}.topc`]: 't' });
    expect(() => stacks.checkRead()).toThrow(
      `${prod}.topc: the program reads no output of another stack; correct the name, or leave it out`,
    );
    stacks.outputsOf('ground/prod');
    stacks.output('ground/prod', 'topic');
    expect(() => stacks.checkRead()).toThrow(`${prod}.topc: the program reads only ground/prod.topic;`);
  });

  test('count as read if the program reads all of them', () => {
    const stacks = new OtherStacks({ [`${prod}.topic`]: 't' });
    expect(stacks.outputsOf('ground/prod')).toEqual({ topic: 't' });
    expect(() => stacks.checkRead()).not.toThrow();
  });
});
