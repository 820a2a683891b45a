import { variablesIn } from '../../lib/readback/tfvars';

describe('tfvars: values for the variables of Terraform', () => {
  it.each<[what: string, text: string, names: readonly string[]]>([
    ['nothing', '', []],
    ['texts', 'project = "my-project"\nregion="europe-west1"\n', ['project', 'region']],
    ['lines that end as on Windows', 'project = "p"\r\nregion = "r"\r\n', ['project', 'region']],
    ['a number and a boolean', 'a = 12.5\nb = -1\nc = true', ['a', 'b', 'c']],
    ['comments', '# project\n// x = "y"\n/* a = "b"\n c = 1 */\nproject = "p" # last\nq = 1 // x', ['project', 'q']],
    ['comment signs in a text', 'project = "a#b//c/*d*/"', ['project']],
    ['a byte order mark', '\uFEFFproject = "p"', ['project']],
    ['escapes', 'project = "a\\"b\\\\"\nb = 1', ['project', 'b']],
    ['signs of templates that are none', 'project = "$5 and 5% {"', ['project']],
  ])('reads %s', (_, text, names) => expect(variablesIn(text, 'hcl')).toEqual(names));

  it.each<[what: string, text: string]>([
    ['one variable twice', 'a = "b"\na = "c"'],
    ['a list', 'a = ["b"]'],
    ['a map', 'a = { b = 1 }'],
    ['a heredoc', 'a = <<E\nb\nE\n'],
    ['a template', 'a = "${path.module}"'],
    ['a directive', 'a = "%{ if true }b%{ endif }"'],
    ['an expression', 'a = 1 + 1'],
    ['a function', 'a = file("/etc/passwd")'],
    ['a reference', 'a = null'],
    ['two on a line', 'a = 1 b = 2'],
    ['a comment between two on a line', 'a = 1 /* x */ b = 2'],
    ['a block', 'resource "x" "y" {}'],
    ['an open text', 'a = "b'],
    ['an open comment', 'a = 1 /* b'],
    ['a byte order mark in the middle', 'a = 1\n\uFEFFb = 1'],
    ['JSON', '{ "a": 1 }'],
  ])('reads nothing from a file with %s', (_, text) => expect(variablesIn(text, 'hcl')).toBeUndefined());

  it('reads names from JSON', () => {
    expect(variablesIn('{ "project": "p", "a": 1, "b": false }', 'json')).toEqual(['project', 'a', 'b']);
  });

  it.each<[what: string, text: string]>([
    ['one variable twice', '{ "a": "b", "a": "c" }'],
    ['a list', '{ "a": [1] }'],
    ['a map', '{ "a": {} }'],
    ['a map beside a text', '{ "a": "b", "c": {} }'],
    ['null', '{ "a": null }'],
    ['a list at the top', '["a"]'],
    ['a text at the top', '"a"'],
    ['HCL', 'a = "b"'],
  ])('reads nothing from JSON with %s', (_, text) => expect(variablesIn(text, 'json')).toBeUndefined());

  it('ends at once for a long file', () => {
    for (const text of [
      '/*'.repeat(100_000),
      `a = "${'\\'.repeat(200_000)}`,
      `a${' '.repeat(200_000)}`,
      'a = 1\n'.repeat(3),
    ]) {
      expect(variablesIn(text, 'hcl')).toBeUndefined();
    }
  });
});
