import { literally } from '../reference';
import type { Rule } from '../rule';

export const rule: Rule = {
  title:
    'A parameter of Systems Manager begins with neither aws nor ssm, has 15 levels, and 4 KB of value without {{ }}.',
  sources: ['https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutParameter.html'],
  of: ['AWS::SSM::Parameter'],
  *check(parameter) {
    const [name, value] = [literally(parameter.get('Name'), 'x'), literally(parameter.get('Value'), 'x')];
    if (/^\/?(?:aws|ssm)/i.test(name) || !/^[\w.\-/]{1,1011}$/.test(name) || name.split('/').length > 16)
      yield `is named ${name}`;
    if (value === '' || Buffer.byteLength(value) > 4096 || value.includes('{{')) yield `has the value ${value}`;
  },
  counterCase: (view) => {
    view.one('AWS::SSM::Parameter').set('Name', '/aws/shop');
  },
};
