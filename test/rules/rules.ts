import { cloudOf, type Target } from '../../lib/model/target';
import { renderAll } from '../vendor/architectures';
import { viewFile } from './artifacts';
import { awaited } from './awaited';
import { rulesFor } from './load';
import { linesOf, subjectsOf, violationsOf } from './rule';
import { searched } from './searched';
import type { View } from './view';

/** Holds what a target renders to the rules of its cloud, and the rules to what is rendered. */
export function holdsToRules(target: Target): void {
  let files: ReadonlyMap<string, string>;
  beforeAll(async () => {
    files = await renderAll(target);
  });
  const view = (name: string): View => viewFile(target, files.get(name)!);
  const views = (): View[] => [...files.keys()].map(view);

  test.each(rulesFor(target))('%s: holds, applies, and bites', (name, rule) => {
    const all = views();
    const isAwaited = awaited[target]?.includes(name) ?? false;
    const found = all.flatMap((one) => linesOf(violationsOf(rule, one)));
    expect(all.flatMap((one) => subjectsOf(rule, one)).length).toBeGreaterThan(0);
    expect(rule.sources.filter((source) => !/^https:\/\/\S+$/.test(source))).toEqual([]);
    if (isAwaited) {
      // Once it holds, its line goes. Until then, it bites as it is.
      expect(found).not.toEqual([]);
      return;
    }
    expect(found).toEqual([]);

    const before = linesOf(violationsOf(rule, view(rule.counterOf ?? 'everything')));
    const changed = view(rule.counterOf ?? 'everything');
    rule.counterCase(changed);
    const after = linesOf(violationsOf(rule, changed));
    expect(after.filter((line) => !before.includes(line))).not.toEqual([]);
  });

  test('each type that is rendered has a rule, or was searched for', () => {
    const ruled = new Set(rulesFor(target).flatMap(([, { of, with: others = [] }]) => [...of, ...others]));
    const rendered = new Set(views().flatMap((one) => one.resources.map(({ type }) => type)));
    expect([...rendered].filter((type) => !ruled.has(type) && !(type in searched)).sort()).toEqual([]);
    const own = Object.keys(searched).filter((type) => searched[type]!.on.includes(target));
    expect(own.filter((type) => !rendered.has(type) || ruled.has(type))).toEqual([]);
    expect(cloudOf(target)).toBe(views()[0]!.cloud);
  });
}
