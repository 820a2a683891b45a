import { createHash } from 'node:crypto';
import { CallResponse, InvokeResponse } from '@pulumi/pulumi/proto/provider_pb';
import * as messages from '@pulumi/pulumi/proto/resource_pb';
import { answerTo, type Answer } from './answer';
import { Files, type KeepFile } from './asset';
import { hintKey, type Hint } from './computed';
import { Markers } from './marker';
import { nestedAttributes } from './nested';
import { readLookupOptions, readOptions } from './options';
import { byCodeUnits, type RecordedInvoke, type RecordedResource, type Recording, type Value } from './recording';
import { empty, toStruct } from './sdk';
import { signatureKey, signatures } from './signature';
import { providerUrn, stackType, urnOf } from './urn';
import { ValueReader } from './value';

type Wire = Record<string, unknown>;

/** What a recording is of, and where its files go. */
export interface MonitorOptions {
  readonly project: string;
  readonly stack: string;
  /** The folder that relative paths of files start from, and from which the program finds its SDKs. */
  readonly folder: string;
  readonly keepFile: KeepFile;
  /**
   * Answers to invokes, by token, where those that the SDK's declarations give aren't enough.
   * @default none
   */
  readonly answers?: Readonly<Record<string, Answer>>;
}

/** What the SDK may send. Not here: what would have to call the program back, and packages made from parameters. */
const features = [
  'secrets',
  'resourceReferences',
  'outputValues',
  'deletedWith',
  'replaceWith',
  'aliasSpecs',
  'resourceHooks',
  'errorHooks',
];

/**
 * Pulumi's resource monitor, as far as a program needs it: it takes registrations, reads and invokes, and answers each
 * with markers for what only a deployment would know.
 *
 * Nothing that can't be recorded is passed over: it becomes a failure, the program goes on, and `recording` throws.
 * (A failed call would only surface as a rejection that nobody handles.)
 */
export class Monitor {
  readonly failures: string[] = [];
  readonly markers = new Markers();
  private readonly values: ValueReader;
  private readonly expected: string[] = [];
  private readonly resources = new Map<string, RecordedResource>();
  private readonly invokes = new Map<string, RecordedInvoke>();
  private readonly states = new Map<string, { id: string; state: Wire }>();
  private outputs: Record<string, Value> = {};

  constructor(private readonly options: MonitorOptions) {
    this.values = new ValueReader(this.markers, new Files(options.folder, options.keepFile));
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
      invokes: [...this.invokes.values()].sort((a, b) => byCodeUnits(a.id, b.id)),
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

  registerResource(request: messages.RegisterResourceRequest): messages.RegisterResourceResponse {
    const urn = this.urnOf(request);
    const { wire, hint } = this.takeHint(urn, request.getCustom(), request.getObject()?.toJavaScript());
    if (request.getRemote())
      this.failures.push(
        `${urn}: a component of another program can't be recorded, only its provider knows what it is made of`,
      );
    this.note(urn, request, () => ({
      ...identity(urn, request),
      custom: request.getCustom(),
      inputs: this.values.readMap(wire),
      dependencies: request.getDependenciesList().sort(byCodeUnits),
      options: readOptions(request, hint.defaults, this.values),
    }));
    const id = request.getCustom() ? this.markers.mark({ urn, path: ['id'] }) : '';
    const state = this.stateOf(urn, request, wire, hint);
    this.states.set(urn, { id, state });
    return new messages.RegisterResourceResponse().setUrn(urn).setId(id).setObject(toStruct(state));
  }

  readResource(request: messages.ReadResourceRequest): messages.ReadResourceResponse {
    const urn = this.urnOf(request);
    const { wire, hint } = this.takeHint(urn, true, request.getProperties()?.toJavaScript());
    if (request.getType() === 'pulumi:pulumi:StackReference')
      this.failures.push(`${urn}: another stack's outputs can't be recorded, only that stack knows them`);
    this.note(urn, request, () => ({
      ...identity(urn, request),
      custom: true,
      inputs: this.values.readMap(wire),
      dependencies: request.getDependenciesList().sort(byCodeUnits),
      options: readLookupOptions(request, hint.defaults, this.values),
    }));
    const state = this.stateOf(urn, request, wire, hint);
    this.states.set(urn, { id: request.getId(), state });
    return new messages.ReadResourceResponse().setUrn(urn).setProperties(toStruct(state));
  }

  registerResourceOutputs(request: messages.RegisterResourceOutputsRequest) {
    const urn = request.getUrn();
    const resource = this.resources.get(urn);
    this.attempt(`${urn}: outputs`, () => {
      const outputs = this.values.readMap(request.getOutputs()?.toJavaScript() ?? {});
      if (resource?.type === stackType) this.outputs = outputs;
      else if (resource && Object.keys(outputs).length) this.resources.set(urn, { ...resource, outputs });
    });
    return empty();
  }

  invoke(request: messages.ResourceInvokeRequest): InvokeResponse {
    const token = request.getTok();
    const args = request.getArgs()?.toJavaScript() ?? {};
    const result = this.attempt(token, () => this.answer(token, args, request.getProvider())) ?? {};
    return new InvokeResponse().setReturn(toStruct(result));
  }

  call(request: messages.ResourceCallRequest): CallResponse {
    this.failures.push(
      `${request.getTok()}: a call of a resource's method can't be recorded, only its provider can answer it`,
    );
    return new CallResponse().setReturn(toStruct({}));
  }

  /** Hooks run in deployments; a recording only says which resources have them. */
  registerResourceHook = empty;
  registerErrorHook = empty;
  signalAndWaitForShutdown = empty;

  private answer(token: string, args: Wire, provider: string): Wire {
    if (token === 'pulumi:pulumi:getResource') {
      const known = this.states.get(String(args.urn));
      if (!known) throw new Error(`no resource ${String(args.urn)}`);
      return { urn: args.urn, ...known };
    }
    const answer = this.options.answers?.[token] ?? answerTo(token, this.options.folder);
    if (!answer) throw new Error('no SDK declares what this invoke answers; give an answer for it');
    const recorded = this.values.readMap(args);
    const invoke = { id: invokeId(token, recorded, provider), token, args: recorded };
    this.invokes.set(invoke.id, provider ? { ...invoke, provider: providerUrn(provider) } : invoke);
    return answer(args, {
      ref: (...path) => this.markers.mark({ invoke: invoke.id, path }),
      refList: (path, length) => this.markers.markList({ invoke: invoke.id, path }, length),
    });
  }

  /** What the program sees of a resource: its inputs as they are, and markers for the rest. */
  private stateOf(urn: string, request: Registration, wire: Wire, { computed, defaults }: Hint): Wire {
    const state = { ...wire };
    for (const name of computed) state[name] = this.markers.mark({ urn, path: [name] });
    for (const [property, name] of nestedAttributes[request.getType()] ?? []) {
      const given = state[property];
      if (given && typeof given === 'object')
        state[property] = { [name]: this.markers.mark({ urn, path: [property, name] }), ...given };
    }
    for (const name of [...request.getAdditionalsecretoutputsList(), ...(defaults.additionalSecretOutputs ?? [])]) {
      if (name in state) state[name] = { [signatureKey]: signatures.secret, value: state[name] };
    }
    return state;
  }

  private urnOf(request: Registration): string {
    const { project, stack } = this.options;
    return urnOf(project, stack, request.getParent(), request.getType(), request.getName());
  }

  private note(urn: string, request: Registration, read: () => RecordedResource): void {
    const made = this.expected.indexOf(`${request.getName()} [${request.getType()}]`);
    if (made >= 0) this.expected.splice(made, 1);
    if (this.states.has(urn)) this.failures.push(`Duplicate resource URN '${urn}'; try giving it a unique name`);
    const resource = this.attempt(urn, read);
    if (resource) this.resources.set(urn, resource);
  }

  private takeHint(urn: string, custom: boolean, object: Wire = {}): { wire: Wire; hint: Hint } {
    const { [hintKey]: hint, ...wire } = object;
    if (custom && !hint)
      this.failures.push(
        `${urn}: its attributes can't be told, the program's copy of Pulumi's SDK isn't one that is known here`,
      );
    return { wire, hint: (hint as Hint | undefined) ?? { computed: [], defaults: {} } };
  }

  private attempt<T>(what: string, read: () => T): T | undefined {
    try {
      return read();
    } catch (error) {
      this.failures.push(`${what}: ${(error as Error).message}`);
      return undefined;
    }
  }
}

type Registration = messages.RegisterResourceRequest | messages.ReadResourceRequest;

function identity(urn: string, request: Registration) {
  return { urn, type: request.getType(), name: request.getName(), parent: request.getParent() || null };
}

function invokeId(token: string, args: Wire, provider: string): string {
  if (Object.keys(args).length === 0 && !provider) return token;
  const said = JSON.stringify([args, provider && providerUrn(provider)]);
  return `${token}#${createHash('sha256').update(said).digest('hex').slice(0, 8)}`;
}
