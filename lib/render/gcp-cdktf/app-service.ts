import type { Doubt } from './app-data';
import { placeOf, type AppView, type Final } from './app-view';

/**
 * APIs that the architecture needs, and that an app disables when its own resource goes. Google's provider does so
 * unless it is told not to, up to version 6, which CDKTF's bindings are for:
 * https://github.com/hashicorp/terraform-provider-google/issues/18058
 */
export function disabledServices(view: AppView): Doubt[] {
  const isService = (type: string) => type === 'google_project_service';
  const theirs = view.theirs(isService).filter(({ properties }) => properties['disable_on_destroy'] !== false);
  if (theirs.length === 0) return [];
  return view.ours(isService).flatMap((at) => {
    const other = theirs.find((one) => serviceOf(one) === serviceOf(at));
    const message =
      `needs ${String(at.properties['service'])}, which ${other && placeOf(other)} disables when it is removed or ` +
      'destroyed (set disableOnDestroy: false)';
    return other ? [{ at, message }] : [];
  });
}

const serviceOf = ({ properties: { project, service } }: Final): string => JSON.stringify([project, service]);
