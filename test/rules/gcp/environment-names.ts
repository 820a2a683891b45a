import { elementTypes } from '../gcp-shapes';
import { literally } from '../reference';
import type { Rule } from '../rule';
import type { Resource } from '../view';

const reserved = [
  'PORT',
  'K_SERVICE',
  'K_REVISION',
  'K_CONFIGURATION',
  'FUNCTION_TARGET',
  'FUNCTION_SIGNATURE_TYPE',
  'GOOGLE_FUNCTION_SOURCE',
  'GOOGLE_FUNCTION_TARGET',
];

const variablesOf = (one: Resource): [string, unknown][] => [
  ...one.entries('service_config.environment_variables'),
  ...one
    .all('template.containers')
    .flatMap((container) =>
      container.all('env').map((each): [string, unknown] => [each.text('name'), each.get('value')]),
    ),
];

export const rule: Rule = {
  title: 'Cloud Run reserves names of variables, those that begin with X_GOOGLE_ among them, and a value has 32 KiB.',
  sources: [
    'https://docs.cloud.google.com/run/docs/configuring/services/environment-variables',
    'https://docs.cloud.google.com/functions/docs/configuring/env-var',
  ],
  of: elementTypes,
  where: (one) => variablesOf(one).length > 0,
  *check(one) {
    for (const [name, value] of variablesOf(one)) {
      if (reserved.includes(name) || name.startsWith('X_GOOGLE_')) yield `sets ${name}, which Google reserves`;
      if (name === '' || name.includes('=')) yield `sets ${name}, which is no name`;
      if (Buffer.byteLength(literally(value)) > 32768) yield `sets ${name} to more than 32 KiB`;
    }
    const names = variablesOf(one).map(([name]) => name);
    if (new Set(names).size < names.length) yield 'sets a name twice';
  },
  counterCase: (view) => {
    view.one('google_cloudfunctions2_function').set('service_config.environment_variables', { K_SERVICE: 'x' });
  },
};
