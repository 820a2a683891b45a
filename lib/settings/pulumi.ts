import type { ParameterSource } from '../model/parameters';
import { misspelled, type Lookup } from './context';

/**
 * Parameters from the configuration of a stack (`pulumi config set <key>`).
 *
 * @param isEncrypted true for a key that `pulumi config set --secret` wrote
 * @param keys every key of the project's configuration; without it, misspelled ones aren't found
 */
export function pulumiSource(
  lookup: Lookup,
  isEncrypted: (key: string) => boolean,
  keys: () => readonly string[] = () => [],
): ParameterSource {
  const from = (key: string): string => `pulumi config ${key}`;
  return {
    name: 'Pulumi configuration',
    get(parameter) {
      const value = lookup(parameter);
      if (value === undefined || value === null) return undefined;
      return { value, from: from(parameter), ...(isEncrypted(parameter) && { encrypted: true }) };
    },
    unknown(declared) {
      return misspelled(keys(), declared, (parameter) => this.get(parameter) !== undefined, from);
    },
  };
}
