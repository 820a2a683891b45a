import { literally } from '../reference';
import type { Rule } from '../rule';

export const rule: Rule = {
  title: "A function's environment variables have 4 KB together.",
  sources: ['https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html'],
  of: ['AWS::Lambda::Function'],
  where: (handler) => handler.entries('Environment.Variables').length > 0,
  *check(handler) {
    const all = handler.entries('Environment.Variables').map(([name, value]) => [name, literally(value)]);
    const size = Buffer.byteLength(JSON.stringify(Object.fromEntries(all)));
    if (size > 4096) yield `has ${size} bytes of environment`;
  },
  counterCase: (view) => {
    view
      .one('AWS::Lambda::Function', (one) => one.entries('Environment.Variables').length > 0)
      .set('Environment.Variables', { TEXT: 'x'.repeat(4096) });
  },
};
