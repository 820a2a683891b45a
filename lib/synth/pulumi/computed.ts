/**
 * The extra input with which a registration says what doesn't go over the wire. The monitor takes it out before it
 * records anything.
 */
export const hintKey = '__recorder';

/** A registration's message to the monitor beside its inputs. */
export interface Hint {
  /** Properties without a value: the attributes that the cloud computes, and inputs that were left out. */
  readonly computed: readonly string[];
  /** The options that the SDK's class gives every resource of its type. */
  readonly defaults: SdkDefaults;
}

/** The options that come from an SDK's class and not from the program. */
export interface SdkDefaults {
  readonly version?: string;
  readonly pluginDownloadURL?: string;
  readonly additionalSecretOutputs?: readonly string[];
  readonly replaceOnChanges?: readonly string[];
  readonly aliases?: readonly unknown[];
}

type Options = SdkDefaults & { readonly id?: unknown };
type Properties = Record<string, unknown>;
type Class = (new (name: string, state: object, options: object) => unknown) & { __pulumiType?: string; get?: unknown };

/** `@pulumi/pulumi/runtime/resource` as a program loads it; the parts that are wrapped here. */
export interface ResourceRuntime {
  registerResource: (...args: unknown[]) => unknown;
  readResource: (...args: unknown[]) => unknown;
}

/** `@pulumi/pulumi/runtime/state`, the part that is used here. */
export interface StateRuntime {
  getStore: () => { stackResource: unknown };
}

/** A program whose registrations are to carry hints. */
export interface Hinted {
  /** True if the program that is running is that one. */
  applies(): boolean;
  /** Called as a resource is made, before its inputs are known. */
  made(type: string, name: string): void;
}

/**
 * Makes a program's registrations carry a hint, and returns how to undo it.
 *
 * A generated SDK class passes every property of its resource to the runtime, and those that only a deployment sets as
 * `undefined`, which the wire leaves out. So their names are read here, and no table of attributes is needed.
 */
export function sendHints(runtime: ResourceRuntime, state: StateRuntime, program: Hinted): () => void {
  const { registerResource, readResource } = runtime;
  const known = new WeakMap<object, SdkDefaults>();
  let probe: ((options: Options) => never) | undefined;

  const hinted = (send: (...args: unknown[]) => unknown, args: unknown[], custom: unknown, props: number) => {
    if (!program.applies()) return send(...args);
    const [resource, , type, name] = args as [object & { [hintKey]?: unknown }, unknown, string, string];
    program.made(type, name);
    if (!custom) return send(...args);
    const own = args[props] as Properties;
    const computed = Object.keys(own).filter((name) => own[name] === undefined && name !== 'id' && name !== 'urn');
    const hint: Hint = { computed, defaults: sdkDefaults(resource) };
    const sent = send(...args.with(props, { ...own, [hintKey]: hint }));
    // The runtime makes every property of a registration one of the resource's own.
    delete resource[hintKey];
    return sent;
  };

  const sdkDefaults = (resource: object): SdkDefaults => {
    const generated = generatedClass(resource);
    if (!generated) return {};
    const found = known.get(generated) ?? probeDefaults(generated);
    known.set(generated, found);
    return found;
  };

  // A generated class that looks an existing resource up calls `readResource` with the options it adds to the caller's.
  const probeDefaults = (generated: Class): SdkDefaults => {
    const store = state.getStore();
    const { stackResource } = store;
    const seen: { options?: Options } = {};
    const outer = probe;
    probe = (options) => {
      seen.options = options;
      throw seen;
    };
    try {
      // Without a stack there is no parent that the probe could become a child of.
      store.stackResource = undefined;
      new generated('probe', {}, { id: 'probe' });
    } catch (error) {
      if (error !== seen) return {};
    } finally {
      store.stackResource = stackResource;
      probe = outer;
    }
    const { version, pluginDownloadURL, additionalSecretOutputs, replaceOnChanges, aliases } = seen.options ?? {};
    return JSON.parse(
      JSON.stringify({ version, pluginDownloadURL, additionalSecretOutputs, replaceOnChanges, aliases }),
    ) as SdkDefaults;
  };

  runtime.registerResource = (...args) => hinted(registerResource, args, args[4], 7);
  runtime.readResource = (...args) => {
    if (probe) probe(args[5] as Options);
    return hinted(readResource, args, true, 4);
  };
  return () => Object.assign(runtime, { registerResource, readResource });
}

/** The SDK's class that a resource is made by; a program's own subclasses aren't, and may do anything when made. */
function generatedClass(resource: object): Class | undefined {
  let one = resource.constructor as Class | null;
  while (typeof one === 'function') {
    if (Object.hasOwn(one, '__pulumiType') && Object.hasOwn(one, 'get')) return one;
    one = Object.getPrototypeOf(one) as Class | null;
  }
  return undefined;
}
