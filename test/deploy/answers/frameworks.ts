import { dotnet, lacking } from '../../../scripts/tool';
import type { Case } from '../cases';
import { needOf, nameOf, type Framework } from './framework';
import { go } from './go';
import { nodejs } from './node';
import { python } from './python';

const frameworks: readonly Framework[] = [python, nodejs, go];

/** What functions run on at Google's, in every language that is started here. */
export const frameworkNeeds = frameworks.map(needOf);

/** The framework for a runtime; undefined where none is started here. */
export const frameworkFor = (runtime: string): Framework | undefined =>
  frameworks.find((one) => one.runtime.test(runtime));

/** The names of the needs that an example's functions stand on. */
export const needsOf = (one: Case): readonly string[] => [
  ...new Set(
    runtimesOf(one)
      .flatMap((runtime) => frameworkFor(runtime)?.language ?? [])
      .map(nameOf),
  ),
];

/** Why an example's functions can't be started here; undefined if they can. */
export function notStarted(one: Case): string | undefined {
  const runtime = runtimesOf(one).find((runtime) => frameworkFor(runtime) === undefined);
  if (runtime === undefined) return undefined;
  return (
    (runtime.startsWith('dotnet') ? lacking(dotnet) : undefined) ??
    `nothing here starts Google's framework for ${runtime}`
  );
}

const runtimesOf = ({ written }: Case): readonly string[] =>
  Object.values(written.functions ?? {}).map(({ runtime }) => runtime);
