/** The type of the resource that every program's resources are children of. */
export const stackType = 'pulumi:pulumi:Stack';

/** The URN that Pulumi's engine gives a resource: its type stands after those of its parents, without the stack's. */
export function urnOf(project: string, stack: string, parent: string, type: string, name: string): string {
  const parentType = parent && qualifiedType(parent);
  const ownType = parentType && parentType !== stackType ? `${parentType}$${type}` : type;
  return `urn:pulumi:${stack}::${project}::${ownType}::${name}`;
}

/** The URN in a reference to a provider, which is written `urn::id`. */
export function providerUrn(reference: string): string {
  return reference.slice(0, reference.lastIndexOf('::'));
}

function qualifiedType(urn: string): string {
  return urn.split('::')[2] ?? '';
}
