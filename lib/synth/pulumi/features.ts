/** The features that the SDK may use. Parameterized packages are not supported. */
export const features = [
  'secrets',
  'resourceReferences',
  'outputValues',
  'deletedWith',
  'replaceWith',
  'aliasSpecs',
  'resourceHooks',
  'errorHooks',
  'transforms',
  'invokeTransforms',
];
