import type { Rule } from '../rule';

export const rule: Rule = {
  title: 'A function has 128 to 10,240 MB of memory and 1 to 900 seconds.',
  sources: ['https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html'],
  of: ['AWS::Lambda::Function'],
  *check(handler) {
    const [memory, timeout] = [handler.number('MemorySize') ?? 128, handler.number('Timeout') ?? 3];
    if (memory < 128 || memory > 10240) yield `has ${memory} MB`;
    if (timeout < 1 || timeout > 900) yield `has ${timeout} s`;
  },
  counterCase: (view) => {
    view.one('AWS::Lambda::Function').set('Timeout', 901);
  },
};
