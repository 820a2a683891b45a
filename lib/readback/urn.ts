import { expectStackName, type NamedBy } from '../facts/name';
import { defaultEnvironment } from '../model/environment';
import { namePattern } from '../model/name';
import { ownerOf, type Owner } from './owner';
import { componentOf, stackType, type Registration } from './registration';
import type { Unrecognized } from './resource';

/** The right parent and the right name of a registration of an architecture. */
interface Right {
  /** The element that it belongs to; absent: none. */
  readonly owner?: Owner;
  readonly parent: string | null;
  readonly isNamed: (name: string) => boolean;
}

/**
 * The registrations of an architecture that Pulumi would take for other resources: those with another URN or parent, or
 * with a name that doesn't begin with its element's. `only` names the architecture in a program with nothing else:
 * its project has that name, its stack is the environment, and the name of its component has both.
 */
export function renamedRegistrations(
  all: readonly Registration[],
  root: Registration,
  only: NamedBy | undefined,
): Unrecognized[] {
  const byUrn = new Map(all.map((registration) => [registration.urn, registration]));
  const [, stack = '', project = ''] = /^urn:pulumi:(.*?)::(.*?)::/.exec(root.urn) ?? [];
  const program =
    only === undefined
      ? `urn:pulumi:${stack}::${project}`
      : `urn:pulumi:${only.env ?? defaultEnvironment}::${only.architecture}`;
  return all.flatMap((registration) => {
    const right = rightOf(registration, root, byUrn, only);
    if (!right) return [];
    const { urn, name, parent } = registration;
    const isRight = right.isNamed(name) && urn === `${program}::${typesOf(registration)}::${name}`;
    const wrong = [...(isRight ? [] : [['urn', urn]]), ...(parent === right.parent ? [] : [['parent', parent]])];
    return wrong.map(([key, value]) => ({
      resource: urn,
      ...(right.owner && { owner: right.owner }),
      path: [key!],
      value,
    }));
  });
}

/** The right place of a registration; undefined for one of an app. */
function rightOf(
  registration: Registration,
  root: Registration,
  byUrn: ReadonlyMap<string, Registration>,
  only: NamedBy | undefined,
): Right | undefined {
  const program = [...byUrn.values()].find(({ type }) => type === stackType);
  if (registration === root)
    return {
      parent: only === undefined ? root.parent : (program?.urn ?? null),
      isNamed: (name) => name === (only === undefined ? name : expectStackName(only)),
    };
  if (registration === program && only !== undefined)
    return { parent: null, isNamed: (name) => name.startsWith(`${only.architecture}-`) };
  const { element, kind } = componentOf(registration, root, byUrn);
  if (!element || !kind) return undefined;
  const own = element.name.slice(root.name.length + 1);
  const owner = kind === 'foundation' ? kind : ownerOf([kind, own])?.owner;
  const said = owner && { owner };
  if (element !== registration)
    return { ...said, parent: element.urn, isNamed: (name) => name.startsWith(`${element.name}-`) };
  const isOwn = kind === 'foundation' ? own === 'foundation' : namePattern.test(own);
  return { ...said, parent: root.urn, isNamed: (name) => isOwn && name === `${root.name}-${own}` };
}

/**
 * The types in a URN: those of the parents and the resource's own. A program's stack is a parent without a type.
 * https://www.pulumi.com/docs/iac/concepts/resources/names/#urns
 */
function typesOf({ type, parent }: Registration): string {
  const above = parent?.split('::')[2] ?? stackType;
  return above === stackType ? type : `${above}$${type}`;
}
