/** The length of the suffix in Pulumi's physical names: a hyphen and seven digits. */
const suffixLength = 8;

/** Leaves a physical name to Pulumi where the one that it makes is within the limit; elsewhere it is `formula`. */
export const nameWithin = (limit: number, resource: string, formula: string): { name?: string } =>
  resource.length + suffixLength <= limit ? {} : { name: formula };

/** True if Pulumi's own name is within the limit, and valid in a host name. */
export const fits = (resource: string, limit: number): boolean =>
  resource.length + suffixLength <= limit && /^[a-z\d][a-z\d-]*$/i.test(resource);

/** `loadBalancer` → `load-balancer`, as a part's name. */
export const kebabCase = (key: string): string => key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
