import type { ResolvedArchitecture } from './architecture';
import { existingIn, existingOn } from './existing';
import { existingForms, type ExistingKind } from './existing-form';
import { splitElementId, type ElementId } from './name';
import type { Finding } from './problem';
import { cloudOf, clouds, type Cloud } from './target';

/** Checks the elements that stand for resources that something else owns. */
export const checkExisting = (architecture: ResolvedArchitecture): Finding[] => [
  ...checkClouds(architecture),
  ...clouds.flatMap((cloud) => checkTwice(architecture, cloud)),
];

/** Finds clouds of targets for which an element names no resource. */
const checkClouds = (architecture: ResolvedArchitecture): Finding[] =>
  (Object.keys(existingForms) as ExistingKind[]).flatMap((kind) =>
    Object.entries(architecture[kind]).flatMap(([name, element]) => {
      const existing = existingIn(element);
      if (!existing) return [];
      return [...new Set(architecture.targets.map(cloudOf))]
        .filter((cloud) => existing[cloud] === undefined)
        .map((cloud) => {
          const on = architecture.targets.filter((target) => cloudOf(target) === cloud).join(' and ');
          const { form, example } = existingForms[kind][cloud];
          return {
            path: [kind, name, 'existing'],
            message: `must have ${cloud}, since the architecture is for ${on}`,
            hint: `write ${form}, such as ${cloud}: ${example}; or leave that target out of \`targets\``,
          };
        });
    }),
  );

/** Finds two elements that stand for one resource: permissions on it would be given twice. */
function checkTwice(architecture: ResolvedArchitecture, cloud: Cloud): Finding[] {
  const owners = new Map<string, string>();
  return Object.entries(existingOn(architecture, cloud)).flatMap(([id, identifier]): Finding[] => {
    const owner = owners.get(identifier);
    owners.set(identifier, owner ?? id);
    if (owner === undefined) return [];
    const { kind, name } = splitElementId(id as ElementId);
    const message = `is ${identifier}, as ${owner} is`;
    return [{ path: [kind, name, 'existing', cloud], message, hint: 'one element stands for one resource' }];
  });
}
