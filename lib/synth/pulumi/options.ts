import type { Alias } from '@pulumi/pulumi/proto/alias_pb';
import type { ReadResourceRequest, RegisterResourceRequest } from '@pulumi/pulumi/proto/resource_pb';
import type { SdkDefaults } from './computed';
import { byCodeUnits, type RecordedOptions, type Value } from './recording';
import { providerUrn } from './urn';
import type { ValueReader } from './value';

type Optional<T> = { readonly [K in keyof T]: T[K] | undefined };

/** The options that the program gave a resource, less those of its SDK's class. */
export function readOptions(
  request: RegisterResourceRequest,
  defaults: SdkDefaults,
  values: ValueReader,
): RecordedOptions {
  // Versions of the SDK before an option have no such method.
  const newer: Partial<RegisterResourceRequest> = request;
  const trigger = newer.getReplacementTrigger?.()?.toJavaScript();
  return said({
    ...readSdkOptions(request, defaults),
    dependsOn: explicitDependencies(request),
    protect: request.hasProtect() ? request.getProtect() : undefined,
    retainOnDelete: request.hasRetainondelete() ? request.getRetainondelete() : undefined,
    deleteBeforeReplace: request.getDeletebeforereplacedefined() ? request.getDeletebeforereplace() : undefined,
    ignoreChanges: request.getIgnorechangesList(),
    replaceOnChanges: without(request.getReplaceonchangesList(), defaults.replaceOnChanges),
    replaceWith: newer.getReplaceWithList?.(),
    replacementTrigger: trigger === undefined ? undefined : values.read(trigger, ['replacementTrigger']),
    hideDiffs: newer.getHidediffsList?.(),
    aliases: readAliases(request, defaults),
    providers: sortedMap(
      request
        .getProvidersMap()
        .toArray()
        .map(([name, reference]) => [name, providerUrn(reference)]),
    ),
    customTimeouts: readTimeouts(request),
    deletedWith: request.getDeletedwith(),
    hooks: readHooks(newer),
    envVarMappings: sortedMap(newer.getEnvvarmappingsMap?.().toArray() ?? []),
    import: request.getImportid() ? values.read(request.getImportid(), ['import']) : undefined,
  });
}

/** The options of a resource that is only looked up. */
export function readLookupOptions(
  request: ReadResourceRequest,
  defaults: SdkDefaults,
  values: ValueReader,
): RecordedOptions {
  return said({ ...readSdkOptions(request, defaults), read: true, id: values.read(request.getId(), ['id']) });
}

function readSdkOptions(request: RegisterResourceRequest | ReadResourceRequest, defaults: SdkDefaults) {
  const version = request.getVersion();
  const pluginDownloadURL = request.getPlugindownloadurl();
  return {
    provider: request.getProvider() && providerUrn(request.getProvider()),
    version: version === defaults.version ? undefined : version,
    pluginDownloadURL: pluginDownloadURL === defaults.pluginDownloadURL ? undefined : pluginDownloadURL,
    additionalSecretOutputs: without(request.getAdditionalsecretoutputsList(), defaults.additionalSecretOutputs),
  };
}

/** The dependencies that no input accounts for. */
function explicitDependencies(request: RegisterResourceRequest): string[] {
  const implied: string[] = [];
  request.getPropertydependenciesMap().forEach((dependencies) => implied.push(...dependencies.getUrnsList()));
  return without(request.getDependenciesList(), implied).sort(byCodeUnits);
}

function readAliases(request: RegisterResourceRequest, { aliases = [] }: SdkDefaults): Value[] {
  const given = aliases.map((alias) => JSON.stringify(alias));
  const read = request.getAliasesList().map((alias) => readAlias(alias, request.getParent()));
  return read.filter((alias) => !given.includes(JSON.stringify(alias)));
}

function readAlias(alias: Alias, parent: string): Value {
  const spec = alias.getSpec();
  if (!spec) return alias.getUrn();
  // The SDK fills in the resource's own parent.
  const aliasParent = spec.getParenturn() === parent ? undefined : spec.getParenturn();
  return said({
    name: spec.getName(),
    type: spec.getType(),
    stack: spec.getStack(),
    project: spec.getProject(),
    parent: aliasParent,
    noParent: spec.getNoparent() || undefined,
  });
}

function readTimeouts(request: RegisterResourceRequest): Record<string, string> {
  const timeouts = request.getCustomtimeouts()?.toObject();
  if (!timeouts) return {};
  return said({ create: timeouts.create, update: timeouts.update, delete: timeouts.pb_delete, read: timeouts.read });
}

function readHooks(request: Partial<RegisterResourceRequest>): Record<string, string[]> {
  const hooks = Object.entries(request.getHooks?.()?.toObject() ?? {});
  return said(Object.fromEntries(hooks.map(([key, names]) => [key.replace(/List$/, ''), names])));
}

function without<T>(list: readonly T[], others: readonly T[] = []): T[] {
  return list.filter((one) => !others.includes(one));
}

function sortedMap(entries: readonly (readonly [string, string])[]): Record<string, string> {
  return Object.fromEntries([...entries].sort(([a], [b]) => byCodeUnits(a, b)));
}

/** The options that were set. On the wire, an unset option is an empty text, list or map. */
function said<T extends object>(options: Optional<T>): T {
  const isSaid = (value: unknown) =>
    value !== undefined &&
    value !== '' &&
    (typeof value !== 'object' || value === null || Object.keys(value).length > 0);
  return Object.fromEntries(Object.entries(options).filter(([, value]) => isSaid(value))) as T;
}
