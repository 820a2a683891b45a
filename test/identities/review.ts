import type { Target } from '../../lib/model/target';
import type { AllIdentities } from './identities';
import { losses } from './losses';

/** The file that people review, `identities.json`. */
export interface Kept {
  /** The identities that were last reviewed. */
  readonly examples: AllIdentities;
  /** Those that people lost, by the version of the changelog that says so. They stay here for good. */
  readonly gone: Readonly<Record<string, readonly string[]>>;
}

/** An identity that was there, and isn't any more, or belongs to something else now. */
export interface Lost {
  readonly example: string;
  readonly target: Target;
  /** What the engine knew the resource by. */
  readonly id: string;
  /** Its type, and its name in the cloud where it was given one. */
  readonly was: string;
  /** What that id stands for now; undefined if nothing has it. */
  readonly is: string | undefined;
  /** What people lose by it; undefined if nothing. */
  readonly loss: string | undefined;
}

/** Every identity that was reviewed and isn't as it was. An example that isn't there any more takes its own with it. */
export function lostIn(kept: AllIdentities, now: AllIdentities): readonly Lost[] {
  return Object.entries(kept).flatMap(([example, targets]) =>
    (now[example] === undefined ? [] : (Object.keys(targets) as Target[])).flatMap((target) => {
      const present = now[example]![target] ?? {};
      return Object.entries(targets[target]!)
        .filter(([id, was]) => present[id] !== was)
        .map(([id, was]) => {
          const loss = losses[was.split(' ')[0]!] ?? undefined;
          return { example, target, id, was, is: present[id], loss };
        });
    }),
  );
}

/** What a reviewer reads about it. */
export const tell = ({ example, target, id, was, is, loss }: Lost): string =>
  [
    `${example} on ${target}: ${id}`,
    `  was ${was}, ${is === undefined ? 'and is no more' : `and is ${is}`}`,
    `  who upgrades loses ${loss ?? 'nothing: it is made anew'}`,
  ].join('\n');

/** The version at the top of the changelog, which is being written, and what the changelog says of it. */
export function newest(changelog: string): { readonly version: string; readonly text: string } {
  const [, version, text] = /^## (\S+)\n([\s\S]*?)(?=^## |$(?![\s\S]))/m.exec(changelog) ?? [];
  if (version === undefined) throw new Error('the changelog names no version');
  return { version, text: text! };
}

/** What the changelog says of a version; empty if it doesn't know it. */
export const sectionOf = (changelog: string, version: string): string =>
  changelog.split(/^## /m).find((section) => section.startsWith(`${version}\n`)) ?? '';

/** What of people's is lost, and not named by the changelog's newest version. */
export const unnamed = (lost: readonly Lost[], changelog: string): readonly Lost[] =>
  lost.filter(({ loss, id }) => loss !== undefined && !newest(changelog).text.includes(`\`${id}\``));

/** The file as it is after a review: what is there now, and what was lost. */
export function reviewed(kept: Kept, now: AllIdentities, changelog: string): Kept {
  const lost = lostIn(kept.examples, now).filter(({ loss }) => loss !== undefined);
  if (lost.length === 0) return { examples: now, gone: kept.gone };
  const { version } = newest(changelog);
  const gone = new Set([...(kept.gone[version] ?? []), ...lost.map(({ id }) => id)]);
  return { examples: now, gone: { ...kept.gone, [version]: [...gone].sort() } };
}
