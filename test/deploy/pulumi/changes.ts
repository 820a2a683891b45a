import type { Change } from '../rig';

/** What a step does to a resource; undefined if it changes nothing in the cloud, or is told of by another step. */
const actions: Readonly<Record<string, Change['action']>> = {
  create: 'create',
  update: 'update',
  replace: 'replace',
  delete: 'delete',
};

/** What `pulumi preview --json` prints, as far as it is read here. */
interface Digest {
  readonly steps?: readonly {
    readonly op: string;
    readonly urn: string;
    readonly newState?: { readonly type: string; readonly parent?: string };
    readonly oldState?: { readonly type: string; readonly parent?: string };
    readonly detailedDiff?: Readonly<Record<string, unknown>> | null;
    readonly diffReasons?: readonly string[];
  }[];
}

/** A change, and the component that the resource is part of. */
export interface PreviewedChange extends Change {
  /** The URN of its parent; undefined for the stack. */
  readonly parent: string | undefined;
}

/** Reads what a preview in JSON says of changes. */
export function changesIn(json: string): readonly PreviewedChange[] {
  const { steps = [] } = JSON.parse(json) as Digest;
  return steps.flatMap(({ op, urn, newState, oldState, detailedDiff, diffReasons }) => {
    const action = actions[op];
    const state = newState ?? oldState;
    if (!action || !state) return [];
    const paths = Object.keys(detailedDiff ?? {});
    const names = [...paths.map((path) => path.split(/[.[]/)[0]!), ...(diffReasons ?? [])];
    const changes = action === 'update' || action === 'replace';
    return {
      action,
      resource: urn,
      type: state.type,
      properties: changes ? [...new Set(names)] : [],
      parent: state.parent,
    };
  });
}
