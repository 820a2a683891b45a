import { formatProblem } from '../../lib/model/problem';
import { contextSource } from '../../lib/settings/context';
import { flagSource } from '../../lib/settings/flags';
import { plainFunction, plainTable, resolveObject } from './architectures';

const warningsOf = (...given: Parameters<typeof resolveObject>): string[] =>
  resolveObject(...given).warnings.map(formatProblem);

test('an architecture without elements: warns that nothing is created', () => {
  expect(warningsOf({})).toEqual([
    'warning: contains no element, so nothing is created (add functions, services, apis, queues, topics, buckets, tables or secrets)',
  ]);
  expect(warningsOf({ foundation: {} })).toEqual([]);
  expect(warningsOf({ topics: { t: {} } })).toEqual([]);
});

test('environment: warns of a reference without its dollar sign or braces', () => {
  const environment = {
    BRACES: 'x {tables.orders.name}',
    DOUBLE: '{{ tables.orders.name }}',
    SHELL: '$(tables.orders.name)',
    DOLLAR: '$tables.orders.name',
    BARE: 'tables.orders.name',
    PARAMETER: '{parameters.size}',
    // Not about an element that exists, not an attribute, or meant as text.
    OTHER: '{tables.nope.name} {tables.orders.arn} {id} tables.orders.name is text',
    OBJECT: 'toString',
    CONSTRUCTOR: '{constructor.name} $valueOf',
    ESCAPED: '$${tables.orders.name}',
    REFERENCE: '${tables.orders.name}',
  };
  const place = 'warning: functions.a.environment';
  expect(warningsOf({ functions: { a: { ...plainFunction, environment } }, tables: { orders: plainTable } })).toEqual([
    `${place}.BRACES: {tables.orders.name} is plain text, not a reference (write \${tables.orders.name})`,
    `${place}.DOUBLE: {{ tables.orders.name }} is plain text, not a reference (write \${tables.orders.name})`,
    `${place}.SHELL: $(tables.orders.name) is plain text, not a reference (write \${tables.orders.name})`,
    `${place}.DOLLAR: $tables.orders.name is plain text, not a reference (write \${tables.orders.name})`,
    `${place}.BARE: tables.orders.name is plain text, not a reference (write \${tables.orders.name})`,
    `${place}.PARAMETER: {parameters.size} is plain text, not a reference (write \${parameters.size})`,
  ]);
});

describe('a parameter without a value and a default', () => {
  const architecture = {
    parameters: { size: { type: 'number' } },
    functions: {
      a: { ...plainFunction, memoryMiB: '${parameters.size}', coldStart: { provisioned: '${parameters.size}' } },
    },
  };
  const says =
    'warning: parameters.size: has no value, so functions.a.memoryMiB, functions.a.coldStart.provisioned are left out ' +
    "(set it with --param size=…, your engine's context or configuration, or TRIPTYCH_SIZE, or give it a default, or declare it with optional: true)";

  test('is a warning that names what is left out', () => {
    expect(warningsOf(architecture)).toEqual([says]);
  });

  test('is no warning with a value, with a default, if it is optional, or where only types are checked', () => {
    expect(warningsOf(architecture, [flagSource(['size=512'])])).toEqual([]);
    expect(warningsOf({ ...architecture, parameters: { size: { type: 'number', default: 512 } } })).toEqual([]);
    expect(warningsOf({ ...architecture, parameters: { size: { type: 'number', optional: true } } })).toEqual([]);
    expect(warningsOf(architecture, [], { typesOnly: true })).toEqual([]);
  });

  test('is told together with the key that looks like it', () => {
    const context: Readonly<Record<string, string>> = { siez: '7' };
    const source = contextSource(
      'CDK',
      (key) => context[key],
      () => Object.keys(context),
    );
    expect(warningsOf(architecture, [source])).toEqual([
      'warning: parameters: CDK context (-c siez) matches no parameter (did you mean size?)',
      says,
    ]);
  });

  test('optional beside a default: warns that it has no effect', () => {
    const parameters = { size: { type: 'number', default: 512, optional: true } };
    expect(warningsOf({ ...architecture, parameters })).toEqual([
      'warning: parameters.size.optional: has no effect beside a default (leave one of them out)',
    ]);
  });
});
