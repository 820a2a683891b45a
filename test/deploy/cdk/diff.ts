import type { Change } from '../rig';

const actions = { '+': 'create', '~': 'update', '-': 'delete' } as const;

/** A resource: `[~] AWS::Lambda::Function Architecture/functions/counter/Function LogicalId may be replaced`. */
const resourceLine = /^\[([+~-])\] (AWS::\S+) (\S+) \w+(?: (.*))?$/;

/** A property of the resource above, at the top level. */
const propertyLine = /^ [├└]─ \[[+~-]\] (\w+)/;

/** What `cdk diff` says that a deployment would change; fails on what it says of anything but resources. */
export function changesIn(said: string): readonly Change[] {
  const changes: (Change & { properties: string[] })[] = [];
  for (const line of said.split('\n')) {
    const [, sign, type, resource, end] = resourceLine.exec(line) ?? [];
    if (sign !== undefined) {
      const action = end === 'replace' ? 'replace' : actions[sign as keyof typeof actions];
      changes.push({ action, resource: resource!, type: type!, properties: [] });
    }
    const [, property] = propertyLine.exec(line) ?? [];
    if (property !== undefined) changes.at(-1)?.properties.push(property);
  }
  if ((changes.length === 0) !== said.includes('There were no differences')) throw new Error(`not understood: ${said}`);
  return changes;
}
