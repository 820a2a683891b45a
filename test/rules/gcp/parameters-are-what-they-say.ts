import { literally } from '../reference';
import type { Rule } from '../rule';

export const rule: Rule = {
  title: 'A version of a parameter with the format JSON is JSON, of 1 MiB at most.',
  sources: [
    'https://docs.cloud.google.com/secret-manager/parameter-manager/docs/create-parameter-version',
    'https://docs.cloud.google.com/secret-manager/parameter-manager/docs/quotas',
  ],
  of: ['google_parameter_manager_parameter_version'],
  *check(version, view) {
    const [parameter] = view.named(version, 'parameter', 'google_parameter_manager_parameter');
    const value = version.get('parameter_data');
    const text = literally(typeof value === 'object' ? JSON.stringify(value) : value, 'x');
    if (Buffer.byteLength(text) > 1048576) yield `has ${text.length} characters`;
    try {
      JSON.parse(text);
    } catch {
      if (parameter?.text('format') === 'JSON') yield 'is no JSON';
    }
  },
  counterCase: (view) => {
    view.one('google_parameter_manager_parameter_version').set('parameter_data', '{');
  },
};
