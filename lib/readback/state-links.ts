import type { Json } from './document';
import { resolveExpressions } from './expressions';
import { joined } from './intrinsics';
import { Expression, isMade, isPointer, Join, piecesOf, Pointer } from './made';
import { equal, isObject } from './resource';
import type { TerraformStack } from './terraform-stacks';

/** A chain of outputs that is longer leads back to where it began. */
const mostSteps = 20;

/** Lists of addresses as plain texts. */
const addressLists = ['depends_on', 'replace_triggered_by'];

/**
 * The references between the stacks of an app of CDKTF. An output that another stack reads from the state is replaced by
 * what it points at. The addresses of other stacks begin with their names, because two stacks can have equal ones.
 * https://developer.hashicorp.com/terraform/language/state/remote-state-data
 */
export class StateLinks {
  constructor(
    private readonly stacks: readonly TerraformStack[],
    /** The stack with the architecture. */
    private readonly own: TerraformStack,
  ) {}

  /** Address of a block of a stack, in the form that pointers use. */
  address = (address: string, stack: TerraformStack): string =>
    stack === this.own ? address : `${stack.name}/${address}`;

  /** Resolves the references in a value of a stack, also those into other stacks. */
  resolve = (value: unknown, stack: TerraformStack): unknown => this.follow(resolveExpressions(value), stack, 0);

  private follow(value: unknown, stack: TerraformStack, steps: number): unknown {
    if (steps > mostSteps) return value;
    if (isPointer(value) || value instanceof Expression) return this.target(value, stack, steps);
    if (value instanceof Join) return joined(value.join.flatMap((piece) => piecesOf(this.follow(piece, stack, steps))));
    if (isMade(value)) return value;
    if (Array.isArray(value)) return value.map((item) => this.follow(item, stack, steps));
    if (!isObject(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, child]) => [
        key,
        addressLists.includes(key) ? this.listed(child, stack) : this.follow(child, stack, steps),
      ]),
    );
  }

  private listed(value: unknown, stack: TerraformStack): unknown {
    if (!Array.isArray(value)) return this.follow(value, stack, 0);
    return value.map((one: unknown) =>
      typeof one === 'string' ? this.address(one, stack) : this.follow(one, stack, 0),
    );
  }

  private target(value: Pointer | Expression, stack: TerraformStack, steps: number): unknown {
    const text = value instanceof Pointer ? `${value.at}.${value.attribute}` : value.expression;
    const [, id, plain, quoted] =
      /^(?:nonsensitive\()?data\.terraform_remote_state\.([\w-]+)\.outputs(?:\.([\w-]+)|\["([\w-]+)"\])/.exec(text) ??
      [];
    const read = id === undefined ? undefined : this.output(id, (plain ?? quoted)!, stack, steps);
    if (read !== undefined) return read;
    if (stack === this.own) return value;
    if (value instanceof Pointer)
      return value.at === 'var' ? value : new Pointer(this.address(value.at, stack), value.attribute);
    const inside = value.addresses.map((address) => new Pointer(this.address(address, stack), ''));
    return inside.length === 0 ? value : new Join([value.expression.replace(/\w/g, '·'), ...inside]);
  }

  /** The value of an output that a stack reads from the state of another one. */
  private output(id: string, name: string, stack: TerraformStack, steps: number): unknown {
    const source = this.sourceOf(id, stack);
    const outputs = source?.body['output'];
    const body = isObject(outputs) ? outputs[name] : undefined;
    return source && isObject(body) && body['value'] !== undefined
      ? this.follow(resolveExpressions(body['value']), source, steps + 1)
      : undefined;
  }

  /** The stack whose state a data source reads: the one with that backend, or that CDKTF named the data source after. */
  private sourceOf(id: string, stack: TerraformStack): TerraformStack | undefined {
    const data = isObject(stack.body['data']) ? stack.body['data']['terraform_remote_state'] : undefined;
    const source = isObject(data) ? data[id] : undefined;
    if (!isObject(source)) return undefined;
    const { backend, config } = source;
    const isRead = ({ body }: TerraformStack) => backendsOf(body, backend).some((one) => isIn(config, one));
    return this.stacks.find(isRead) ?? this.stacks.find(({ name }) => id === `cross-stack-reference-input-${name}`);
  }
}

/** The settings of a stack's backend, if it is of a type. HCP Terraform's is read as a `remote` one. */
function backendsOf({ terraform }: Json, type: unknown): unknown[] {
  const { backend, cloud } = isObject(terraform) ? terraform : {};
  const own = isObject(backend) && typeof type === 'string' ? backend[type] : undefined;
  return [own, type === 'remote' ? cloud : undefined].flatMap((one: unknown) => (Array.isArray(one) ? one : [one]));
}

/** Tests that every setting of a data source is one of a backend. */
const isIn = (config: unknown, backend: unknown): boolean =>
  isObject(config) &&
  isObject(backend) &&
  Object.keys(config).length > 0 &&
  Object.entries(config).every(([key, value]) => equal(backend[key], value));
