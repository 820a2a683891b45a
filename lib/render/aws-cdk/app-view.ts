import { CfnResource, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { ElementId } from '../../model/name';

/** A resource of a stack, with the properties that its template will contain. */
export interface Final {
  readonly construct: CfnResource;
  readonly id: string;
  /** The element that it belongs to; absent: it is the app's. */
  readonly element?: ElementId;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly deletionPolicy?: unknown;
}

/** The stack of an architecture at the end of a synthesis, with the resources and changes of the app. */
export class AppView {
  private readonly stack: Stack;
  private readonly resources: readonly CfnResource[];
  private readonly finals = new Map<string, readonly Final[]>();

  constructor(private readonly scope: Construct) {
    const stack = Stack.of(scope);
    this.stack = stack;
    this.resources = stack.node
      .findAll()
      .filter((one): one is CfnResource => CfnResource.isCfnResource(one) && one.stack === stack);
  }

  /** The resources of a type, of the architecture and of the app. */
  ofType(type: string): readonly Final[] {
    const known = this.finals.get(type);
    if (known) return known;
    const finals = this.resources
      .filter(({ cfnResourceType }) => cfnResourceType === type)
      .map((construct) => this.finalOf(construct, this.stack));
    this.finals.set(type, finals);
    return finals;
  }

  private finalOf(construct: CfnResource, stack: Stack): Final {
    // With the overrides of the app, which the properties of constructs don't have.
    const { Resources: resources } = stack.resolve(construct['_toCloudFormation']()) as {
      readonly Resources: Readonly<Record<string, { readonly Properties?: object; readonly DeletionPolicy?: unknown }>>;
    };
    const [id, { Properties: properties = {}, DeletionPolicy: deletionPolicy }] = Object.entries(resources)[0]!;
    const element = this.elementOf(construct);
    return { construct, id, ...(element && { element }), properties: { ...properties }, deletionPolicy };
  }

  private elementOf({ node: { path } }: CfnResource): ElementId | undefined {
    const prefix = `${this.scope.node.path}/`;
    const [kind, name] = path.startsWith(prefix) ? path.slice(prefix.length).split('/') : [];
    return name === undefined ? undefined : (`${kind}.${name}` as ElementId);
  }
}

/** Tests that a value contains a reference to a resource. */
export const mentions = (value: unknown, { id }: Final): boolean =>
  new RegExp(`"(?:Ref|Fn::GetAtt)":\\[?"${id}["]`).test(JSON.stringify(value) ?? '');
