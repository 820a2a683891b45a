import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { kinds, kindSpecs, type Kind } from '../../lib/model/kind';
import { pascalCase } from '../../lib/model/name';
import type { Target } from '../../lib/model/target';
import { partNames as awsCdk } from '../../lib/readback/aws-cdk/part-names';
import { constructId } from '../../lib/readback/construct-id';
import { partNames as gcpCdktf } from '../../lib/readback/gcp-cdktf/part-names';
import type { Owner } from '../../lib/readback/owner';
import type { PartNames } from '../../lib/readback/part';
import { Resource } from '../../lib/readback/resource';
import { readingsOf } from '../../lib/readback/side';
import { cases } from '../deploy/cases';
import type { Identities } from './identities';
import type { Kept } from './review';

const { examples } = JSON.parse(readFileSync(join(__dirname, 'identities.json'), 'utf8')) as Kept;

/** The elements of an example, as it is written. */
const elementsOf = (example: string): readonly (readonly [Kind, string])[] => {
  const { written } = cases.find(({ name }) => name === example.split(' in ')[0])!;
  return kinds.flatMap((kind) => Object.keys(written[kind as 'tables'] ?? {}).map((name) => [kind, name] as const));
};

/** What stands behind a word of a part's name in the names that an example has on Pulumi. */
const onPulumi = (example: string, before: string): string[] =>
  Object.values(examples[example]!)
    .flatMap((identities) => Object.keys(identities))
    .flatMap((id) => /^urn:.*::[^:]*$/.exec(id)?.[0].split('::').at(-1)?.split(before).slice(1) ?? []);

/** The texts that a word can stand for, in an example. */
function textsOf(word: string, example: string): string[] {
  const elements = elementsOf(example);
  const named = (...of: readonly string[]) => elements.filter(([kind]) => of.includes(kind)).map(([, name]) => name);
  if (word === 'number') return Array.from({ length: 10 }, (_, index) => String(index));
  if (word === 'use') return elements.map(([kind, name]) => pascalCase(`${kind}-${name}`));
  if (word === 'element') return named('functions', 'services').map(pascalCase);
  if (word === 'route') return onPulumi(example, '-route-');
  if (word === 'key') return onPulumi(example, '-export-').map(pascalCase);
  if (word === 'enabled') return onPulumi(example, '-enable-').map(pascalCase);
  if (word === 'window')
    return onPulumi(example, '-scheduled-').map((text) => pascalCase(text.replace(/-(?:start|end)$/, '')));
  return named(...kinds.filter((kind) => kindSpecs[kind].title.toLowerCase() === word)).map(pascalCase);
}

/** Every name that a part's pattern stands for. */
function namesOf(pattern: string, example: string): string[] {
  const [, before, word, after] = /^(.*?)<(\w+)>(.*)$/.exec(pattern) ?? [];
  if (word === undefined) return [pattern];
  return textsOf(word, example).flatMap((text) => namesOf(`${before}${text}${after}`, example));
}

/** The ids of all parts that an example's elements can have. */
function idsOf(example: string, table: PartNames, engine: 'cdk' | 'cdktf'): Set<string> {
  const owners = [
    ...elementsOf(example).map(([kind, name]) => [kind, [kind, name]] as const),
    ['foundation', ['foundation']] as const,
  ];
  return new Set(
    owners.flatMap(([kind, path]) =>
      table[kind].flatMap(([type, pattern]) =>
        namesOf(pattern, example).flatMap((name) => {
          const below = ['Architecture', ...path, ...name.split('/')];
          return [below, [...below, 'Resource']].map((full) => `${type} ${constructId(full, engine)}`);
        }),
      ),
    ),
  );
}

const typeOf = (identity: string): string => identity.split(' ')[0]!;

const onEngine = (...targets: readonly Target[]) =>
  Object.entries(examples).flatMap(([example, all]) =>
    targets.flatMap((target) => (all[target] ? [[example, target, all[target]] as const] : [])),
  );

describe('the identities of the examples', () => {
  test.each<readonly [string, Target, Identities]>(onEngine('aws-cdk', 'gcp-cdktf'))(
    'are ids that readers expect of parts: %s on %s',
    (example, target, identities) => {
      const right = target === 'aws-cdk' ? idsOf(example, awsCdk, 'cdk') : idsOf(example, gcpCdktf, 'cdktf');
      const found = Object.entries(identities)
        // A rule is named after the logical id of its source.
        .filter(([, identity]) => typeOf(identity) !== 'AWS::EC2::SecurityGroupIngress')
        .map(([id, identity]) => `${typeOf(identity)} ${id.split('.').at(-1)}`);
      expect(found.length).toBeGreaterThan(5);
      expect(found.filter((one) => !right.has(one))).toEqual([]);
    },
  );

  test.each<readonly [string, Target, Identities]>(onEngine('aws-pulumi', 'gcp-pulumi'))(
    'are names that readers expect of parts: %s on %s',
    (example, _, identities) => {
      const kindOf = new Map<string, Kind>(kinds.map((kind) => [kindSpecs[kind].title, kind]));
      const wrong = Object.keys(identities).filter((urn) => {
        const [, component, name = '', type = ''] = /\$triptych:\w+:(\w+)\$.*?::(.*)$/.exec(urn)
          ? [urn, ...partsOf(urn)]
          : [];
        if (component === undefined) return false;
        const owners: Owner[] =
          component === 'Foundation'
            ? ['foundation']
            : elementsOf(example)
                .filter(([kind]) => kind === kindOf.get(component))
                .map(([kind, one]) => `${kind}.${one}` as const);
        return !owners.some((owner) => {
          const prefix = `${example.replace(' in ', '-')}-${owner.split('.').at(-1)}-`;
          return (
            name.startsWith(prefix) &&
            readingsOf(new Resource(urn, type, {}, owner, name.slice(prefix.length))).length > 0
          );
        });
      });
      expect(Object.keys(identities).length).toBeGreaterThan(5);
      expect(wrong).toEqual([]);
    },
  );
});

/** The component, the name and the type in a URN. */
function partsOf(urn: string): [component: string, name: string, type: string] {
  const [types, name] = urn.split('::').slice(2) as [string, string];
  const chain = types.split('$');
  return [chain[1]!.split(':')[2]!, name, chain.at(-1)!];
}
