import { usesOf } from '../../lib/model/grant';
import { kinds } from '../../lib/model/kind';
import { cloudOf, type Cloud, type Target } from '../../lib/model/target';
import { Editable } from '../mutation/artefact';
import type { Rendering } from '../rendering';
import { allowedBy, neededBy, unequal } from './allowed';
import { wide as wideOnAws } from './aws-needs';
import { wide as wideOnGcp } from './gcp-needs';
import { withExisting } from './existing';
import { reasons, type Reason } from './needs';

/** Reasons that one cloud has, and the other one doesn't. */
const onlyOn: Readonly<Record<Cloud, readonly Reason[]>> = {
  aws: ['logs', 'traces', 'network', 'consumes', 'schedule', 'start'],
  gcp: ['build', 'scaling', 'alarms'],
};

const wideOn = { aws: wideOnAws, gcp: wideOnGcp } satisfies Record<Cloud, unknown>;

/** Fewer uses than are granted in all artifacts together. */
const fewUses: Readonly<Record<Cloud, number>> = { aws: 200, gcp: 50 };

const asIfAny = (line: string): string => line.replace(new RegExp(`\\b(${kinds.join('|')})\\.[\\w-]+`, 'g'), '$1.*');

/** The grants of every artefact of a target: of each alone, and of all together. */
export class Audit {
  private readonly cloud: Cloud;
  private readonly count = new Map<Reason, number>();
  private readonly wide = new Set<string>();
  private readonly readers = { few: 0, all: 0 };
  private readonly unconditional: string[] = [];
  private artefacts = 0;

  constructor(private readonly target: Target) {
    this.cloud = cloudOf(target);
  }

  /** Where an artefact doesn't allow what its architecture needs, and nothing else. */
  differencesIn(rendering: Rendering): string[] {
    const { architecture } = rendering.resolved;
    const allowed = withExisting(allowedBy(this.target, new Editable(rendering).original()), architecture, this.cloud);
    const needed = neededBy(this.target, architecture);
    this.artefacts += 1;
    for (const [reason] of needed) this.count.set(reason, (this.count.get(reason) ?? 0) + 1);
    for (const line of allowed) {
      // Anybody may call what is public: that is no permission of an element's.
      if (/\*|on the project/.test(line) && !/^\* may lambda:Invoke/.test(line))
        this.wide.add(asIfAny(line.replace(/^.*? (?:may|has) /, '')));
      if (this.cloud === 'aws' && /^\S+ may /.test(line) && !/ if /.test(line)) this.unconditional.push(line);
      const read = /^(\S+) .*(?:GetSecretValue|secretAccessor) on secrets\.(\S+) secret$/.exec(line);
      if (!read) continue;
      this.readers.all += 1;
      const [kind, name] = read[1]!.split('.') as ['functions' | 'services', string];
      if (usesOf(architecture[kind][name]!)[`secrets.${read[2]!}`] === 'read') this.readers.few += 1;
    }
    return unequal(allowed, needed);
  }

  /** Tests of all artefacts together, which come after those of each. */
  tests(): void {
    const { cloud, count, wide, readers, unconditional } = this;

    test('grants that are wider than one resource are known, and every known one is rendered', () => {
      expect([...wide].sort()).toEqual(Object.keys(wideOn[cloud]).sort());
    });

    // In the policies of resources stand services, each on condition of whom it acts for, and people on that of a URL.
    test('policies of resources name a condition for every service that they admit', () => {
      expect(unconditional).toEqual([]);
    });

    test('secrets are readable only for elements that read them', () => {
      expect(readers.few).toBe(readers.all);
      expect(readers.all).toBeGreaterThan(8);
    });

    test('grants are rendered for every reason that there is', () => {
      const there = (Object.keys(reasons) as Reason[]).filter(
        (reason) => onlyOn[cloud].includes(reason) || !Object.values(onlyOn).flat().includes(reason),
      );
      expect([...count.keys()].sort()).toEqual(there.sort());
      expect(this.artefacts).toBeGreaterThan(140);
      expect(count.get('uses')).toBeGreaterThan(fewUses[cloud]);
      expect(count.get('dead letters')).toBeGreaterThan(20);
    });
  }
}
