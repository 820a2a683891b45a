import type { Target } from '../../lib/model/target';
import { supportEntries, type SupportEntry } from '../../lib/support/entries';
import { reasonsOf, rowsOf } from '../../lib/support/rows';

const entries = supportEntries();

const refusal = (target: Target, reason: string): SupportEntry => ({
  path: 'functions.x',
  target,
  is: 'refused',
  reason,
});

test('rows: hold every entry once, in the order of the table', () => {
  const rows = rowsOf(entries);
  expect(rows.flatMap(({ cells }) => cells)).toHaveLength(entries.length);
  expect(rows[0]).toMatchObject({ path: 'name', cells: [{ target: 'aws-cdk' }, {}, {}, {}] });
  for (const { path, value, cells } of rows)
    for (const cell of cells) expect([cell.path, cell.value]).toEqual([path, value]);
});

test('reasons: name no target where one reason holds for all that have one', () => {
  expect(reasonsOf([refusal('aws-cdk', 'no such feature'), refusal('aws-pulumi', 'no such feature')])).toEqual([
    'no such feature',
  ]);
});

test('reasons: name their targets where these differ', () => {
  expect(
    reasonsOf([
      refusal('aws-cdk', 'no such feature'),
      refusal('aws-pulumi', 'no such feature'),
      { path: 'functions.x', target: 'gcp-cdktf', is: 'approximated', becomes: 'one', reason: 'two are too many' },
      { path: 'functions.x', target: 'gcp-pulumi', is: 'exact' },
    ]),
  ).toEqual(['aws-cdk, aws-pulumi: no such feature', 'gcp-cdktf: one (two are too many)']);
});

test('texts of the table: have no colon, because a message puts one in front of them', () => {
  const texts = entries.flatMap(({ is, becomes, reason }) => (is === 'refused' ? [reason] : [becomes, reason]));
  expect(texts.filter((text) => text?.replace(/`[^`]*`/g, '').includes(': '))).toEqual([]);
});
