import { createHash } from 'node:crypto';
import type { Struct } from 'google-protobuf/google/protobuf/struct_pb';
import { PluginInfo } from '@pulumi/pulumi/proto/plugin_pb';
import { ResourceProviderService } from '@pulumi/pulumi/proto/provider_grpc_pb';
import * as messages from '@pulumi/pulumi/proto/provider_pb';
import { empty, toStruct } from '../../../lib/synth/pulumi/sdk';
import type { Cloud } from '../../../lib/model/target';
import { checkInputs } from '../../vendor/pulumi';
import { packageOf, resourceType } from '../../vendor/pulumi-types';
import { ScalableTargets } from '../amazon/scalable-targets';
import type { Account, Asked, Resource } from './account';
import { answerTo, computedOf, type Where } from './computed';
import { serve, type Call, type Served } from './grpc';
import { isFixed, rulesOf } from './rules';
import { differing, plain, recorded, unknownIn, within, type Wire } from './wire';

/**
 * A provider of Pulumi's for a cloud that is no more than an `Account`. It takes what the SDK's types declare and
 * refuses the rest, names what has no name, and makes anew what can't be changed, as the real ones do. `sdk` is the first
 * word of its types.
 */
export function serveProvider(cloud: Cloud, account: Account, sdk: string = cloud): Promise<Served> {
  return serve(ResourceProviderService, handlersOf(new Provider(cloud, account, sdk)));
}

class Provider {
  private where: Where;
  private readonly scalableTargets = new ScalableTargets();

  constructor(
    private readonly cloud: Cloud,
    private readonly account: Account,
    private readonly sdk: string,
  ) {
    this.where = { cloud, region: '', project: '123456789012' };
  }

  handshake() {
    return new messages.ProviderHandshakeResponse().setAcceptSecrets(true).setAcceptResources(true);
  }

  checkConfig(request: messages.CheckRequest) {
    return new messages.CheckResponse().setInputs(request.getNews());
  }

  diffConfig() {
    return new messages.DiffResponse();
  }

  configure(request: messages.ConfigureRequest) {
    const { region, project } = { ...this.where, ...(mapOf(request.getArgs()) as Partial<Where>) };
    this.where = { cloud: this.cloud, region, project };
    return new messages.ConfigureResponse().setAcceptsecrets(true).setAcceptresources(true).setSupportspreview(true);
  }

  invoke(request: messages.InvokeRequest) {
    this.account.asked(request.getTok());
    const answer = answerTo(request.getTok(), mapOf(request.getArgs()), this.where);
    return new messages.InvokeResponse().setReturn(toStruct(answer));
  }

  check(request: messages.CheckRequest) {
    const type = request.getType();
    const given = mapOf(request.getNews());
    const inputs = withName(request, given);
    const { longestName, madeUp = 'name' } = rulesOf(type);
    const name = inputs[madeUp];
    const reasons = [
      ...checkInputs(request.getName(), type, resourceType(type), recorded(inputs)),
      ...(longestName && typeof name === 'string' && name.length > longestName
        ? [`${request.getName()}.${madeUp}: cannot be longer than ${longestName} characters`]
        : []),
    ];
    return new messages.CheckResponse()
      .setInputs(toStruct(inputs))
      .setFailuresList(reasons.map((reason) => new messages.CheckFailure().setReason(reason)));
  }

  diff(request: messages.DiffRequest) {
    const [before, after] = [mapOf(request.getOldInputs()), mapOf(request.getNews())];
    const rules = rulesOf(request.getType());
    const { madeUp = 'name' } = rules;
    const changed = differing(before, after);
    const replaces = changed.filter((property) => isFixed(rules, property));
    const response = new messages.DiffResponse()
      .setChanges(
        changed.length > 0 ? messages.DiffResponse.DiffChanges.DIFF_SOME : messages.DiffResponse.DiffChanges.DIFF_NONE,
      )
      .setDiffsList([...changed])
      .setReplacesList(replaces)
      // What keeps its name can't stand beside the one that it takes the place of.
      .setDeletebeforereplace(replaces.length > 0 && madeUp in before && before[madeUp] === after[madeUp])
      .setHasdetaileddiff(true);
    for (const property of changed) response.getDetaileddiffMap().set(property, kindOf(before, after, property, rules));
    return response;
  }

  async create(request: messages.CreateRequest, { gone }: Call) {
    const [type, inputs] = [request.getType(), mapOf(request.getProperties())];
    if (request.getPreview()) {
      const computed = computedOf({ type, id: '', inputs: plain(inputs) as Wire, version: 0 }, this.where);
      return new messages.CreateResponse().setProperties(toStruct(within(unknownIn(computed), inputs)));
    }
    const made = await this.ask({ what: 'create', type }, inputs, gone, () =>
      this.account.create(type, inputs, this.where),
    );
    return new messages.CreateResponse().setId(made.id).setProperties(stateOf(made));
  }

  read(request: messages.ReadRequest) {
    const found = this.account.find(request.getType(), request.getId());
    if (!found) return new messages.ReadResponse();
    return new messages.ReadResponse().setId(found.id).setProperties(stateOf(found)).setInputs(toStruct(found.inputs));
  }

  async update(request: messages.UpdateRequest, { gone }: Call) {
    const [type, inputs] = [request.getType(), mapOf(request.getNews())];
    if (request.getPreview()) {
      const { moving = [] } = rulesOf(type);
      const kept = Object.entries(mapOf(request.getOlds())).filter(([name]) => !moving.includes(name));
      const computed = this.account.find(type, request.getId())?.computed ?? {};
      return new messages.UpdateResponse().setProperties(
        toStruct({ ...Object.fromEntries(kept), ...within(computed, inputs) }),
      );
    }
    const effect = () => this.account.update(type, request.getId(), inputs, this.where);
    return new messages.UpdateResponse().setProperties(
      stateOf(await this.ask({ what: 'update', type }, inputs, gone, effect)),
    );
  }

  async delete(request: messages.DeleteRequest, { gone }: Call) {
    const type = request.getType();
    const inputs = this.account.find(type, request.getId())?.inputs ?? {};
    await this.ask({ what: 'delete', type }, inputs, gone, () => this.account.delete(type, request.getId()));
    return empty();
  }

  getPluginInfo() {
    return new PluginInfo().setVersion(sdkVersion(this.sdk));
  }

  attach() {
    return empty();
  }

  cancel() {
    return empty();
  }

  /** A request that waits when its caller goes has no effect any more. */
  private ask<T>(asked: Asked, inputs: Wire, gone: AbortSignal, effect: () => T): Promise<T> | T {
    return this.scalableTargets.during(asked.type, inputs, () =>
      this.account.weather(asked, () => {
        gone.throwIfAborted();
        return effect();
      }),
    );
  }
}

const handlersOf = (provider: Provider): Parameters<typeof serve>[1] =>
  Object.fromEntries(
    Object.getOwnPropertyNames(Provider.prototype)
      .filter((name) => name !== 'constructor')
      .map((name) => {
        const handler = provider[name as keyof Provider] as (request: never, call: Call) => unknown;
        return [name, handler.bind(provider)];
      }),
  );

const mapOf = (struct: Struct | undefined): Wire => struct?.toJavaScript() ?? {};

const stateOf = ({ inputs, computed }: Resource): Struct => toStruct({ ...computed, ...within(computed, inputs) });

/** Inputs with the name that the provider makes where the program gives none: the old one, as long as there is one. */
function withName(request: messages.CheckRequest, inputs: Wire): Wire {
  const { madeUp = 'name' } = rulesOf(request.getType());
  const name = resourceType(request.getType())?.inputs.get(madeUp);
  if (!name || name.required || madeUp in inputs) return inputs;
  const old = mapOf(request.getOlds())[madeUp];
  const suffix = createHash('sha256').update(request.getRandomseed_asU8()).digest('hex').slice(0, 7);
  return { ...inputs, [madeUp]: old ?? `${request.getName()}-${suffix}` };
}

function kindOf(before: Wire, after: Wire, property: string, rules: ReturnType<typeof rulesOf>): messages.PropertyDiff {
  const { Kind } = messages.PropertyDiff;
  const replaces = isFixed(rules, property);
  const kinds = !(property in before)
    ? [Kind.ADD, Kind.ADD_REPLACE]
    : !(property in after)
      ? [Kind.DELETE, Kind.DELETE_REPLACE]
      : [Kind.UPDATE, Kind.UPDATE_REPLACE];
  return new messages.PropertyDiff().setKind(kinds[replaces ? 1 : 0]!).setInputdiff(true);
}

function sdkVersion(sdk: string): string {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- each is loaded where it is asked for
  return (require(`${packageOf(sdk)}/package.json`) as { version: string }).version;
}
