import type { ParameterSource } from '../model/parameters';
import type { Lookup } from './context';

/** Parameters from a stack's configuration, looked up by key, as `pulumi config set <key>` writes them. */
export function pulumiSource(lookup: Lookup): ParameterSource {
  return {
    name: 'Pulumi configuration',
    get(parameter) {
      const value = lookup(parameter);
      return value === undefined || value === null ? undefined : { value, from: `pulumi config ${parameter}` };
    },
  };
}
