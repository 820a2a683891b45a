import type { $ZodType } from 'zod/v4/core';
import { architectureSpec } from '../../lib/model/architecture';
import { later } from '../../lib/model/not-yet';
import { kinds } from '../../lib/model/kind';
import { fieldsAt, schemasAt } from '../../lib/model/schema';
import { cloudOf, clouds, targets } from '../../lib/model/target';
import { supportEntries } from '../../lib/support/entries';
import { rules } from '../../lib/support/judge';
import type { Rule } from '../../lib/support/rule';

const entries = supportEntries();
const all = Object.values(rules).flat() as readonly Rule<unknown>[];

/** A field's path in the schema: below a kind an element's name comes first. */
function schemasOf(path: string): readonly $ZodType[] {
  const [kind = '', ...field] = path.split('.');
  return schemasAt(
    architectureSpec,
    (kinds as readonly string[]).includes(kind) ? [kind, 'any', ...field] : [kind, ...field],
  );
}

/** All fields that people write, as far as the schema tells them apart; `{aws, gcp}` is one. */
function* fields(path: readonly string[] = []): Generator<string> {
  // A strategy against cold starts is one thing to support.
  const isWhole = path.at(-2) === 'coldStart';
  // The settings of roles are AWS's alone.
  const isCloud = (field: string): boolean =>
    path.join('.') !== 'foundation' && (clouds as readonly string[]).includes(field);
  const below = isWhole ? [] : fieldsAt(architectureSpec, path).filter((field) => !isCloud(field));
  // A network is a word or a map.
  const isWord = schemasAt(architectureSpec, path).some(({ _zod: { def } }) => def.type === 'enum');
  if ((below.length === 0 || isWord) && path.length > 0) yield path.filter((key) => key !== 'any').join('.');
  for (const field of new Set(below)) {
    const isKind = path.length === 0 && (kinds as readonly string[]).includes(field);
    yield* fields([...path, field, ...(isKind ? ['any'] : [])]);
  }
}

describe('the rules', () => {
  it.each(all.map((rule) => [rule.path, rule.value ?? 'any value', rule] as const))(
    'speak of a field that there is: %s, %s',
    (path) => {
      expect(schemasOf(path)).not.toEqual([]);
    },
  );

  it('say why, and what becomes of what is approximated', () => {
    const silent = all.filter(({ reason, is, becomes }) => reason === '' || (is === 'approximated' && !becomes));
    expect(silent).toEqual([]);
  });

  it('say what to do instead of what is refused', () => {
    expect(all.filter(({ is, hint }) => is === 'refused' && !hint)).toEqual([]);
  });

  it('hold for both engines of a cloud, but for what an engine alone can not do', () => {
    // CloudFormation and Terraform change some texts of every field.
    const ofText = (value = ''): boolean => /^(?:with \{\{resolve:…\}\}|not in Unicode NFC, .*)$/.test(value);
    const single = all.filter(({ on, value }) => on.length !== 2 && on.length !== 4 && !ofText(value));
    expect(single.map(({ path, on }) => `${path} on ${on.join()}`)).toEqual([
      'tags on aws-pulumi',
      'tags on aws-cdk',
      'tags on aws-pulumi',
      'foundation.network.cidr on aws-cdk',
      'functions.network on gcp-cdktf',
      'functions.network on gcp-cdktf',
      'functions.coldStart.scheduled on aws-pulumi',
      'functions.coldStart.scheduled on gcp-pulumi',
      'functions.environment on gcp-pulumi',
      'services.coldStart.scheduled on aws-pulumi',
      'services.coldStart.scheduled on gcp-pulumi',
      'services.coldStart.utilization on gcp-cdktf',
      'buckets.retain on gcp-cdktf',
      'tables.retain on gcp-cdktf',
      'secrets.retain on gcp-cdktf',
    ]);
  });
});

describe('the table of what is supported', () => {
  const saidToPeople = /^(?:description|divergences|parameters|targets)\b/;
  const written = [...fields()].filter((field) => !saidToPeople.test(field));

  it.each(targets)('speaks of every field on %s', (target) => {
    const said = new Set(entries.filter((entry) => entry.target === target).map(({ path }) => path));
    const ofOther = /^foundation\.aws\./;
    expect(written.filter((field) => !said.has(field) && !(cloudOf(target) === 'gcp' && ofOther.test(field)))).toEqual(
      [],
    );
    expect(written.length).toBeGreaterThan(30);
  });

  it.each(targets)('speaks of everything that comes later on %s, as refused', (target) => {
    const refused = entries.filter((entry) => entry.target === target && /not supported yet/.test(entry.reason ?? ''));
    expect(refused.length).toBeGreaterThanOrEqual(later.length);
    expect(refused.every(({ is }) => is === 'refused')).toBe(true);
  });

  it('has one row for a field and a value on a target', () => {
    const keys = entries.map(({ path, value, target }) => JSON.stringify([path, value, target]));
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  it('says nothing of fields that nobody can write', () => {
    const known = new Set(written);
    const unknown = entries.filter(({ path, reason }) => !known.has(path) && !/not supported yet/.test(reason ?? ''));
    expect([...new Set(unknown.map(({ path }) => path))]).toEqual([]);
  });

  it('calls exact what no rule speaks of', () => {
    expect(entries.filter(({ path }) => path === 'functions.memoryMiB').map(({ is }) => is)).toEqual(
      targets.map(() => 'exact'),
    );
  });
});
