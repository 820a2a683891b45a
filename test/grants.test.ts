import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { usesOf } from '../lib/model/grant';
import { kinds } from '../lib/model/name';
import { cloudOf, targets } from '../lib/model/target';
import { cases } from './conformance/cases';
import { examples } from './examples';
import { allowedBy, neededBy, unequal } from './grants/allowed';
import { wide as wideOnAws } from './grants/aws-needs';
import { wide as wideOnGcp } from './grants/gcp-needs';
import { reasons, type Reason } from './grants/needs';
import { Editable, type Json } from './mutation/artefact';
import { render, type Written } from './rendering';

const written: readonly (Written & { readonly name: string; readonly refused?: Json; readonly skip?: Json })[] = [
  ...Object.entries({
    orders: { text: readFileSync(join(__dirname, '../examples/orders/architecture.yaml'), 'utf8') },
    ...examples,
  }).map(([name, example]) => ({ name, ...example })),
  // What is allowed has nothing to do with a function's language.
  ...cases.filter(({ name }) => !name.startsWith('a function on ')),
];

/** Reasons that one cloud has, and the other one doesn't. */
const onlyOn: Readonly<Record<'aws' | 'gcp', readonly Reason[]>> = {
  aws: ['logs', 'traces', 'consumes', 'schedule', 'start'],
  gcp: ['build', 'scaling', 'alarms'],
};

const asIfAny = (line: string): string => line.replace(new RegExp(`\\b(${kinds.join('|')})\\.[\\w-]+`, 'g'), '$1.*');

describe.each(targets)('on %s', (target) => {
  const cloud = cloudOf(target);

  test('every architecture allows what it asks for, and nothing else', async () => {
    const found: string[] = [];
    const count = new Map<Reason, number>();
    const [wide, readers, unconditional] = [new Set<string>(), { few: 0, all: 0 }, [] as string[]];
    const onThis = written.filter(({ refused, skip }) => !refused?.[cloud] && !skip?.[target]);
    for (const one of onThis) {
      const rendering = await render(one, target);
      const { architecture } = rendering.resolved;
      const allowed = allowedBy(target, new Editable(rendering).original());
      const needed = neededBy(target, architecture);
      found.push(...unequal(allowed, needed).map((line) => `${one.name}: ${line}`));
      for (const [reason] of needed) count.set(reason, (count.get(reason) ?? 0) + 1);
      for (const line of allowed) {
        // Anybody may call what is public: that is no permission of an element's.
        if (/\*|on the project/.test(line) && !/^\* may lambda:Invoke/.test(line))
          wide.add(asIfAny(line.replace(/^.*? (?:may|has) /, '')));
        if (cloud === 'aws' && /^\S+ may /.test(line) && !/ if /.test(line)) unconditional.push(`${one.name}: ${line}`);
        const read = /^(\S+) .*(?:GetSecretValue|secretAccessor) on secrets\.(\S+) secret$/.exec(line);
        if (!read) continue;
        readers.all += 1;
        const [kind, name] = read[1]!.split('.') as ['functions' | 'services', string];
        if (usesOf(architecture[kind][name]!)[`secrets.${read[2]!}`] === 'read') readers.few += 1;
      }
    }
    expect(found).toEqual([]);
    // What is wider than one thing is known, and all that is known is there.
    expect([...wide].sort()).toEqual(Object.keys(cloud === 'aws' ? wideOnAws : wideOnGcp).sort());
    // In the policies of resources stand services, each on condition of whom it acts for, and people on that of a URL.
    expect(unconditional).toEqual([]);
    expect(readers.few).toBe(readers.all);
    expect(readers.all).toBeGreaterThan(8);
    const there = (Object.keys(reasons) as Reason[]).filter(
      (reason) => !onlyOn[cloud === 'aws' ? 'gcp' : 'aws'].includes(reason),
    );
    expect([...count.keys()].sort()).toEqual(there.sort());
    expect(onThis.length).toBeGreaterThan(140);
    expect(count.get('uses')).toBeGreaterThan(cloud === 'aws' ? 200 : 50);
    expect(count.get('dead letters')).toBeGreaterThan(20);
  });
});
