import type { Callback } from '@pulumi/pulumi/proto/callback_pb';
import * as messages from '@pulumi/pulumi/proto/resource_pb';
import { Callbacks, type LocalCallback } from './callbacks';
import type { Hint } from './computed';
import { asOutputs } from './output-value';
import { toStruct } from './sdk';
import { takeTransformOptions, transformOptionsOf } from './transform-options';

type Wire = Record<string, unknown>;

/**
 * The transforms of a program: functions that change a resource, or a question to a provider, on its way to Pulumi's
 * engine. The engine calls them back in the program's process, and so does the recorder.
 * @see https://www.pulumi.com/docs/iac/concepts/resources/options/transforms/
 */
export class Transforms {
  private readonly ofStack: Callback[] = [];
  private readonly ofInvokes: Callback[] = [];
  private readonly ofResources = new Map<string, { readonly own: readonly Callback[]; readonly parent: string }>();
  private readonly callbacks: Callbacks;

  /** @param local finds a function of a program in this process */
  constructor(local?: (token: string) => LocalCallback | undefined) {
    this.callbacks = new Callbacks(local);
  }

  addToStack(callback: Callback): void {
    this.ofStack.push(callback);
  }

  addToInvokes(callback: Callback): void {
    this.ofInvokes.push(callback);
  }

  /** The transforms of a resource in the engine's order: its own, those of its parents upward, and those of the stack. */
  of(urn: string, request: messages.RegisterResourceRequest): readonly Callback[] {
    this.ofResources.set(urn, { own: request.getTransformsList(), parent: request.getParent() });
    const inherited: Callback[] = [];
    const seen = new Set<string>();
    for (let at = urn; at !== '' && !seen.has(at); at = this.ofResources.get(at)?.parent ?? '') {
      seen.add(at);
      inherited.push(...(this.ofResources.get(at)?.own ?? []));
    }
    return [...inherited, ...this.ofStack];
  }

  /**
   * Changes the options of a registration, and returns its inputs.
   * @throws Error with the program's own message if a transform fails
   */
  async change(
    transforms: readonly Callback[],
    request: messages.RegisterResourceRequest,
    inputs: Wire,
  ): Promise<Wire> {
    const dependencies = new Map<string, readonly string[]>();
    if (request.getTransformsList().length > 0)
      request.getPropertydependenciesMap().forEach((urns, name) => dependencies.set(name, urns.getUrnsList()));
    let properties = toStruct(asOutputs(inputs, dependencies));
    let options = transformOptionsOf(request);
    for (const transform of transforms) {
      const message = new messages.TransformRequest()
        .setType(request.getType())
        .setName(request.getName())
        .setCustom(request.getCustom())
        .setParent(request.getParent())
        .setProperties(properties)
        .setOptions(options);
      const answer = await this.callbacks.run(transform, message.serializeBinary());
      const changed = messages.TransformResponse.deserializeBinary(answer);
      properties = changed.getProperties() ?? properties;
      options = changed.getOptions() ?? options;
    }
    takeTransformOptions(request, options);
    return properties.toJavaScript();
  }

  /** True if questions to providers are changed on their way. */
  get areInvokesChanged(): boolean {
    return this.ofInvokes.length > 0;
  }

  /**
   * Changes a question to a provider.
   * @throws Error with the program's own message if a transform fails
   */
  async changeInvoke(request: messages.ResourceInvokeRequest): Promise<void> {
    for (const transform of this.ofInvokes) {
      const options = new messages.TransformInvokeOptions()
        .setProvider(request.getProvider())
        .setVersion(request.getVersion())
        .setPluginDownloadUrl(request.getPlugindownloadurl());
      const message = new messages.TransformInvokeRequest()
        .setToken(request.getTok())
        .setArgs(request.getArgs())
        .setOptions(options);
      const answer = await this.callbacks.run(transform, message.serializeBinary());
      const changed = messages.TransformInvokeResponse.deserializeBinary(answer);
      if (changed.hasArgs()) request.setArgs(changed.getArgs());
      request.setProvider((changed.getOptions() ?? options).getProvider());
    }
  }

  /** Closes the connections to the program. */
  close(): void {
    this.callbacks.close();
  }
}

/** The hint of a registration that was changed: transforms may give what would be computed, and leave to the cloud what was given. */
export function afterTransforms({ computed, defaults }: Hint, before: Wire, after: Wire): Hint {
  const all = new Set([...computed, ...Object.keys(before)]);
  return { computed: [...all].filter((name) => !(name in after)), defaults };
}
