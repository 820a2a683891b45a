import { Tokenization, DefaultTokenResolver, StringConcat, TerraformResource, TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';
import type { ElementId } from '../../model/name';

/** A resource of a stack, with the properties that the stack's JSON will have. */
export interface Final {
  readonly construct: TerraformResource;
  /** Its type: `google_pubsub_topic`. */
  readonly type: string;
  /** Its address: `google_pubsub_topic.own`. */
  readonly address: string;
  /** The element that it belongs to, or the foundation; absent: it is the app's. */
  readonly owner?: ElementId | 'foundation';
  readonly properties: Readonly<Record<string, unknown>>;
}

const resolver = new DefaultTokenResolver(new StringConcat());

/** The stack of an architecture at the end of a synthesis, with the resources and changes of the app. */
export class AppView {
  private readonly resources: readonly TerraformResource[];
  private readonly finals = new Map<TerraformResource, Final | undefined>();

  constructor(private readonly scope: Construct) {
    this.resources = TerraformStack.of(scope)
      .node.findAll()
      .filter((one): one is TerraformResource => TerraformResource.isTerraformResource(one));
  }

  /** The architecture's resources of some types. */
  ours(is: (type: string) => boolean): readonly Final[] {
    return this.matching((one) => is(one.terraformResourceType) && this.ownerOf(one) !== undefined);
  }

  /** The app's resources of some types. */
  theirs(is: (type: string) => boolean): readonly Final[] {
    return this.matching((one) => is(one.terraformResourceType) && this.ownerOf(one) === undefined);
  }

  /** Resolves the tokens in a value. */
  private resolve(value: unknown): unknown {
    return Tokenization.resolve(value, { scope: this.scope, resolver, preparing: false }) as unknown;
  }

  private matching(is: (one: TerraformResource) => boolean): readonly Final[] {
    return this.resources.filter(is).flatMap((one) => this.finalOf(one) ?? []);
  }

  private finalOf(construct: TerraformResource): Final | undefined {
    if (!this.finals.has(construct)) this.finals.set(construct, this.made(construct));
    return this.finals.get(construct);
  }

  /** With the overrides of the app, which the properties of constructs don't have. */
  private made(construct: TerraformResource): Final | undefined {
    const { resource } = this.resolve(construct.toTerraform()) as {
      readonly resource?: Readonly<Record<string, Readonly<Record<string, Record<string, unknown>>>>>;
    };
    const [[type, bodies] = []] = Object.entries(resource ?? {});
    const [[id, properties] = []] = Object.entries(bodies ?? {});
    // A moved resource is in the stack at its target only.
    if (type === undefined || id === undefined || properties === undefined) return undefined;
    const owner = this.ownerOf(construct);
    return { construct, type, address: `${type}.${id}`, ...(owner && { owner }), properties };
  }

  private ownerOf({ node: { path } }: TerraformResource): Final['owner'] {
    const prefix = `${this.scope.node.path}/`;
    const [kind, name] = path.startsWith(prefix) ? path.slice(prefix.length).split('/') : [];
    if (name === undefined) return undefined;
    return kind === 'foundation' ? kind : (`${kind}.${name}` as ElementId);
  }
}

/** The addresses of Google's resources that a value refers to. */
export const addressesIn = (value: unknown): readonly string[] => [
  ...new Set((JSON.stringify(value) ?? '').match(/\bgoogle_\w+\.[\w-]+/g) ?? []),
];

/** The place of a resource in messages. */
export const placeOf = ({ construct }: Final): string => construct.node.path;
