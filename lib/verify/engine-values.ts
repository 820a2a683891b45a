import type { ParameterSource } from '../model/parameters';
import { engineOf, type Target } from '../model/target';
import { openArtefact } from '../readback/read';
import type { Place } from './from';

/** Engines by the names that problems call them. */
const names: Readonly<Record<ReturnType<typeof engineOf>, string>> = { cdk: 'CDK', cdktf: 'CDKTF', pulumi: 'Pulumi' };

/** The parameters to which an app gave values that only its engine has, as the stamps of its artifacts say. */
export function engineValueSource(places: readonly Place[]): ParameterSource {
  const engines = new Map<string, Target>(
    places.flatMap(({ target, folder }) =>
      Object.keys(openArtefact(folder, target, 'app').stamp.engineValues ?? {}).map((name) => [name, target] as const),
    ),
  );
  return {
    name: 'the stamp',
    get(parameter) {
      const target = engines.get(parameter);
      if (target === undefined) return undefined;
      const held = { engine: names[engineOf(target)], is: 'text' as const };
      return { value: true, from: `the artifacts of ${target}`, held };
    },
  };
}
