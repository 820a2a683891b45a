import { TransformResourceOptions, type RegisterResourceRequest } from '@pulumi/pulumi/proto/resource_pb';

/** The options that came to be known after transforms; versions of the SDK before them have no such methods. */
type Newer<T> = Partial<T>;

/** The options of a registration, in the form in which transforms get them. */
export function transformOptionsOf(request: RegisterResourceRequest): TransformResourceOptions {
  const options = new TransformResourceOptions()
    .setDependsOnList(request.getDependenciesList())
    .setIgnoreChangesList(request.getIgnorechangesList())
    .setReplaceOnChangesList(request.getReplaceonchangesList())
    .setVersion(request.getVersion())
    .setAliasesList(request.getAliasesList())
    .setProvider(request.getProvider())
    .setCustomTimeouts(request.getCustomtimeouts())
    .setPluginDownloadUrl(request.getPlugindownloadurl())
    .setDeletedWith(request.getDeletedwith())
    .setAdditionalSecretOutputsList(request.getAdditionalsecretoutputsList());
  request.getProvidersMap().forEach((reference, name) => options.getProvidersMap().set(name, reference));
  if (request.hasProtect()) options.setProtect(request.getProtect() ?? false);
  if (request.hasRetainondelete()) options.setRetainOnDelete(request.getRetainondelete() ?? false);
  if (request.getDeletebeforereplacedefined()) options.setDeleteBeforeReplace(request.getDeletebeforereplace());
  const newer: Newer<TransformResourceOptions> = options;
  const given: Newer<RegisterResourceRequest> = request;
  newer.setHooks?.(request.getHooks());
  newer.setImport?.(request.getImportid());
  newer.setReplaceWithList?.(given.getReplaceWithList?.() ?? []);
  newer.setReplacementTrigger?.(given.getReplacementTrigger?.());
  return options;
}

/**
 * Gives a registration the options that transforms returned.
 *
 * A component's providers stay: the SDK returns none, and has passed them on to the resources below by then. So do options
 * that the SDK doesn't hand to transforms.
 */
export function takeTransformOptions(request: RegisterResourceRequest, options: TransformResourceOptions): void {
  request
    .setDependenciesList(options.getDependsOnList())
    .setIgnorechangesList(options.getIgnoreChangesList())
    .setReplaceonchangesList(options.getReplaceOnChangesList())
    .setVersion(options.getVersion())
    .setAliasesList(options.getAliasesList())
    .setProvider(options.getProvider())
    .setCustomtimeouts(options.getCustomTimeouts())
    .setPlugindownloadurl(options.getPluginDownloadUrl())
    .setDeletedwith(options.getDeletedWith())
    .setAdditionalsecretoutputsList(options.getAdditionalSecretOutputsList());
  takeFlags(request, options);
  const newer: Newer<TransformResourceOptions> = options;
  const given: Newer<RegisterResourceRequest> = request;
  if (newer.getHooks) request.setHooks(newer.getHooks());
  if (newer.getImport?.()) request.setImportid(newer.getImport());
  if (newer.getReplaceWithList) given.setReplaceWithList?.(newer.getReplaceWithList());
  if (newer.getReplacementTrigger) given.setReplacementTrigger?.(newer.getReplacementTrigger());
}

/** The SDK makes `false` of what wasn't said, and so a `false` counts only where something was said before. */
function takeFlags(request: RegisterResourceRequest, options: TransformResourceOptions): void {
  const isProtected = options.getProtect() ?? false;
  if (isProtected || (options.hasProtect() && request.hasProtect())) request.setProtect(isProtected);
  else request.clearProtect();

  const isRetained = options.getRetainOnDelete() ?? false;
  if (isRetained || (options.hasRetainOnDelete() && request.hasRetainondelete())) request.setRetainondelete(isRetained);
  else request.clearRetainondelete();

  const isDeletedFirst = options.getDeleteBeforeReplace() ?? false;
  const wasSaid = request.getDeletebeforereplacedefined() && options.hasDeleteBeforeReplace();
  request.setDeletebeforereplace(isDeletedFirst).setDeletebeforereplacedefined(isDeletedFirst || wasSaid);
}
