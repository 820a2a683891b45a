import type { Callback } from '@pulumi/pulumi/proto/callback_pb';
import { CallResponse, InvokeResponse } from '@pulumi/pulumi/proto/provider_pb';
import * as messages from '@pulumi/pulumi/proto/resource_pb';
import { Files } from './asset';
import { attempt, attemptLater } from './attempt';
import { hintKey, type Hint } from './computed';
import { features } from './features';
import { Invokes } from './invokes';
import { Markers } from './marker';
import type { MonitorOptions } from './monitor-options';
import { readLookupOptions, readOptions } from './options';
import { OtherStacks } from './other-stacks';
import { byCodeUnits, type RecordedResource, type Recording, type Value } from './recording';
import { empty, toStruct } from './sdk';
import { refusals, refused } from './refusal';
import { stackOutput, stackReferenceType } from './stack-output';
import { stateOf, type Registration } from './state';
import { afterTransforms, Transforms } from './transforms';
import { stackType, urnOf } from './urn';
import { ValueReader } from './value';

type Wire = Record<string, unknown>;
type Later<T> = T | Promise<T>;

/** The SDK's request for a resource of the program, by its URN. */
const getResource = 'pulumi:pulumi:getResource';

/**
 * Pulumi's resource monitor, as far as a program needs it: it takes registrations, reads and invokes, and answers each
 * with markers for what only a deployment would know.
 *
 * Nothing that can't be recorded is passed over: it becomes a failure, the program goes on, and `recording` throws.
 * (A failed call would only appear as an unhandled rejection.)
 */
export class Monitor {
  readonly failures: string[] = [];
  readonly otherStacks: OtherStacks;
  readonly markers: Markers;
  private readonly values: ValueReader;
  private readonly expected: string[] = [];
  private readonly resources = new Map<string, RecordedResource>();
  private readonly invokes: Invokes;
  private readonly transforms: Transforms;
  private readonly states = new Map<string, { id: string; state: Wire }>();
  private outputs: Record<string, Value> = {};

  constructor(private readonly options: MonitorOptions) {
    this.markers = new Markers(options.ownTexts);
    this.values = new ValueReader(this.markers, new Files(options.folder, options.keepFile));
    this.invokes = new Invokes(this.markers, this.values, options.folder, options.answers);
    this.otherStacks = new OtherStacks(options.outputs);
    this.transforms = new Transforms(options.callbackOf);
  }

  /**
   * Everything that was recorded.
   * @throws Error with every failure, one a line
   */
  recording(): Recording {
    const lost = this.expected.map((made) => `${made}: was never registered; one of its inputs failed, or never came`);
    if (this.failures.length + lost.length) throw new Error([...this.failures, ...lost].join('\n'));
    return {
      version: 1,
      project: this.options.project,
      stack: this.options.stack,
      resources: [...this.resources.values()].sort((a, b) => byCodeUnits(a.urn, b.urn)),
      invokes: this.invokes.recorded(),
      outputs: this.outputs,
    };
  }

  /** Says that the program has made a resource, which then has to be registered. */
  expect(type: string, name: string): void {
    this.expected.push(`${name} [${type}]`);
  }

  supportsFeature(request: messages.SupportsFeatureRequest): messages.SupportsFeatureResponse {
    return new messages.SupportsFeatureResponse().setHassupport(features.includes(request.getId()));
  }

  registerResource(request: messages.RegisterResourceRequest): Later<messages.RegisterResourceResponse> {
    const urn = this.urnOf(request);
    const { wire, hint } = this.takeHint(urn, request.getCustom(), request.getObject()?.toJavaScript());
    const transforms = this.transforms.of(urn, request);
    if (transforms.length === 0) return this.register(urn, request, wire, hint);
    return attemptLater(this.failures, urn, this.transforms.change(transforms, request, wire)).then((changed = wire) =>
      this.register(urn, request, changed, afterTransforms(hint, wire, changed)),
    );
  }

  private register(
    urn: string,
    request: messages.RegisterResourceRequest,
    wire: Wire,
    hint: Hint,
  ): messages.RegisterResourceResponse {
    this.note(urn, request, () => ({
      ...identity(urn, request),
      custom: request.getCustom(),
      inputs: this.values.readMap(wire),
      dependencies: request.getDependenciesList().sort(byCodeUnits),
      options: readOptions(request, hint.defaults, this.values),
    }));
    const id = request.getCustom() ? this.markers.mark({ urn, path: ['id'] }) : '';
    const state = stateOf(this.markers, urn, request, wire, hint);
    this.states.set(urn, { id, state });
    return new messages.RegisterResourceResponse().setUrn(urn).setId(id).setObject(toStruct(state));
  }

  readResource(request: messages.ReadResourceRequest): messages.ReadResourceResponse {
    const urn = this.urnOf(request);
    const { wire, hint } = this.takeHint(urn, true, request.getProperties()?.toJavaScript());
    this.note(urn, request, () => ({
      ...identity(urn, request),
      custom: true,
      inputs: this.values.readMap(wire),
      dependencies: request.getDependenciesList().sort(byCodeUnits),
      options: readLookupOptions(request, hint.defaults, this.values),
    }));
    const isReference = request.getType() === stackReferenceType;
    const state = {
      ...stateOf(this.markers, urn, request, wire, hint),
      ...(isReference && {
        name: request.getId(),
        outputs: this.otherStacks.outputsOf(request.getId()),
        secretOutputNames: [],
      }),
    };
    this.states.set(urn, { id: request.getId(), state });
    return new messages.ReadResourceResponse().setUrn(urn).setProperties(toStruct(state));
  }

  registerResourceOutputs(request: messages.RegisterResourceOutputsRequest) {
    const urn = request.getUrn();
    const resource = this.resources.get(urn);
    attempt(this.failures, `${urn}: outputs`, () => {
      const outputs = this.values.readMap(request.getOutputs()?.toJavaScript() ?? {});
      if (resource?.type === stackType) this.outputs = outputs;
      else if (resource && Object.keys(outputs).length) this.resources.set(urn, { ...resource, outputs });
    });
    return empty();
  }

  invoke(request: messages.ResourceInvokeRequest): Later<InvokeResponse> {
    const token = request.getTok();
    if (token === stackOutput || !this.transforms.areInvokesChanged) return this.answer(request);
    return attemptLater(this.failures, token, this.transforms.changeInvoke(request)).then(() => this.answer(request));
  }

  private answer(request: messages.ResourceInvokeRequest): InvokeResponse {
    const token = request.getTok();
    const args = request.getArgs()?.toJavaScript() ?? {};
    const answer = () => {
      if (token === getResource) return this.stateAt(String(args.urn));
      if (token === stackOutput) return { value: this.outputAt(String(args.urn), String(args.output)) };
      return this.invokes.answer(token, args, request.getProvider());
    };
    return new InvokeResponse().setReturn(toStruct(attempt(this.failures, token, answer) ?? {}));
  }

  call(request: messages.ResourceCallRequest): CallResponse {
    this.failures.push(`${request.getTok()}: ${refused.call}`);
    return new CallResponse().setReturn(toStruct({}));
  }

  registerStackTransform(transform: Callback) {
    this.transforms.addToStack(transform);
    return empty();
  }

  registerStackInvokeTransform(transform: Callback) {
    this.transforms.addToInvokes(transform);
    return empty();
  }

  /** Closes what the monitor has open. */
  close = (): void => this.transforms.close();

  /** Hooks run in deployments; a recording only says which resources have them. */
  registerResourceHook = empty;
  registerErrorHook = empty;
  signalAndWaitForShutdown = empty;

  /** The output of another stack: as it was answered, or a marker. */
  private outputAt(urn: string, output: string): unknown {
    const known = this.otherStacks.output(this.states.get(urn)?.id ?? '', output);
    return known ? known.value : this.markers.mark({ urn, path: ['outputs', output] });
  }

  private stateAt(urn: string): Wire {
    const known = this.states.get(urn);
    if (!known) throw new Error(`no resource ${urn}`);
    return { urn, ...known };
  }

  private urnOf(request: Registration): string {
    const { project, stack } = this.options;
    return urnOf(project, stack, request.getParent(), request.getType(), request.getName());
  }

  private note(urn: string, request: Registration, read: () => RecordedResource): void {
    const made = this.expected.indexOf(`${request.getName()} [${request.getType()}]`);
    if (made >= 0) this.expected.splice(made, 1);
    if (this.states.has(urn)) this.failures.push(`Duplicate resource URN '${urn}'; try giving it a unique name`);
    this.failures.push(...refusals(request).map((why) => `${urn}: ${why}`));
    const resource = attempt(this.failures, urn, read);
    if (resource) this.resources.set(urn, resource);
  }

  private takeHint(urn: string, custom: boolean, object: Wire = {}): { wire: Wire; hint: Hint } {
    const { [hintKey]: hint, ...wire } = object;
    if (custom && !hint) this.failures.push(`${urn}: ${refused.unhinted}`);
    return { wire, hint: (hint as Hint | undefined) ?? { computed: [], defaults: {} } };
  }
}

function identity(urn: string, request: Registration) {
  return { urn, type: request.getType(), name: request.getName(), parent: request.getParent() || null };
}
