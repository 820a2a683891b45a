import type { ParameterSource } from '../model/parameters';
import type { Lookup } from './context';

/**
 * Parameters from the configuration of a stack (`pulumi config set <key>`).
 *
 * @param isEncrypted true for a key that `pulumi config set --secret` wrote
 */
export function pulumiSource(lookup: Lookup, isEncrypted: (key: string) => boolean): ParameterSource {
  return {
    name: 'Pulumi configuration',
    get(parameter) {
      const value = lookup(parameter);
      if (value === undefined || value === null) return undefined;
      return { value, from: `pulumi config ${parameter}`, ...(isEncrypted(parameter) && { encrypted: true }) };
    },
  };
}
