/** Plans each element of a map. */
export function each<Spec, Plan>(
  elements: Readonly<Record<string, Spec>>,
  plan: (name: string, spec: Spec) => Plan,
): Record<string, Plan> {
  return Object.fromEntries(Object.entries(elements).map(([name, spec]) => [name, plan(name, spec)]));
}
