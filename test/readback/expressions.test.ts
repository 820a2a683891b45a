import { resolveExpressions } from '../../lib/readback/expressions';

const name = { at: 'google_storage_bucket.b', attribute: 'name' };
const project = { at: 'var', attribute: 'project' };

describe('expressions', () => {
  it.each<[what: string, value: unknown, resolved: unknown]>([
    ['an attribute', '${google_storage_bucket.b.name}', name],
    [
      'an attribute of a data source',
      '${data.google_compute_network.n.id}',
      { at: 'data.google_compute_network.n', attribute: 'id' },
    ],
    ['an attribute within another', '${google_x.y.a[0].b}', { at: 'google_x.y', attribute: 'a[0].b' }],
    ['a variable', '${var.project}', project],
    ['a text around them', 'a-${var.project}-${google_storage_bucket.b.name}', { join: ['a-', project, '-', name] }],
    ['two side by side', '${var.project}${var.project}', { join: [project, project] }],
    ['plain text', 'a $b {c} %d', 'a $b {c} %d'],
    ['an empty text', '', ''],
    ['escapes', '$${a} %%{b} $$$${c}', '${a} %{b} $$${c}'],
    ['an escape before an expression', '$${a}${var.project}', { join: ['${a}', project] }],
  ])('are read: %s', (_, value, resolved) => expect(resolveExpressions(value)).toEqual(resolved));

  it('are resolved at every depth, in strings only', () => {
    expect(resolveExpressions({ a: [{ b: '${var.project}' }, 1, true, null] })).toEqual({
      a: [{ b: project }, 1, true, null],
    });
  });

  it.each<[what: string, value: string, resolved: unknown]>([
    ['a function', '${upper(var.project)}', { expression: 'upper(var.project)' }],
    ['a condition', '${var.project == "a}" ? "x" : "y"}', { expression: 'var.project == "a}" ? "x" : "y"' }],
    ['a local value', '${local.x}', { expression: 'local.x' }],
    ['an interpolation in an expression', '${"${var.project}"}', { expression: '"${var.project}"' }],
    [
      'a template',
      'a%{ if true }b%{ endif }',
      { join: ['a', { expression: '%{ if true }' }, 'b', { expression: '%{ endif }' }] },
    ],
    ['what is never closed', '${var.project', { expression: '${var.project' }],
  ])('are no reference: %s', (_, value, resolved) => expect(resolveExpressions(value)).toEqual(resolved));
});
