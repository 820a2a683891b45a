/**
 * Attributes that the cloud computes inside a property which the program gives. A class doesn't tell their names, so
 * this is a list, and not a complete one: the paths of those that have no attribute of their own to use instead.
 */
export const nestedAttributes: Readonly<Record<string, readonly (readonly [property: string, name: string])[]>> = {
  'gcp:cloudfunctionsv2/function:Function': [
    ['serviceConfig', 'service'],
    ['serviceConfig', 'uri'],
  ],
};
