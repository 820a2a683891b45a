import type { ParameterSource } from '../model/parameters';
import { engineOf, type Target } from '../model/target';
import type { Found } from '../readback/found';

/** Engines by the names that problems call them. */
const names: Readonly<Record<ReturnType<typeof engineOf>, string>> = { cdk: 'CDK', cdktf: 'CDKTF', pulumi: 'Pulumi' };

/** The parameters to which an app gave values that only its engine has, as the stamps of architectures in it say. */
export function engineValueSource(target: Target, found: readonly Found[]): ParameterSource {
  const held = new Set(found.flatMap(({ engineValues }) => engineValues));
  return {
    name: 'the stamp',
    get(parameter) {
      if (!held.has(parameter)) return undefined;
      const value = { engine: names[engineOf(target)], is: 'text' as const };
      return { value: true, from: `the artifacts of ${target}`, held: value };
    },
  };
}
