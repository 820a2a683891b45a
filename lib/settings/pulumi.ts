import type { ParameterSource } from '../model/parameters';
import type { Lookup } from './context';

/**
 * Parameters from a stack's configuration, looked up by key, as `pulumi config set <key>` writes them.
 *
 * @param isEncrypted whether `pulumi config set --secret` wrote a key
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
