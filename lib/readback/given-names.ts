import { isObject, type Resource } from './resource';

/**
 * The names that a resource has by the formula for physical names, which ends in eight digits of a hash, on Google Cloud
 * followed by the project in some. No other text looks like one, so every text that has it in it means this resource.
 */
export const givenNames = ({ properties }: Resource): string[] => {
  const { inputs } = properties as { inputs?: unknown };
  return [properties, inputs]
    .filter(isObject)
    .flatMap((map) => Object.values(map))
    .map((value) => (isObject(value) && Array.isArray(value['join']) ? (value['join'] as unknown[])[0] : value))
    .flatMap((text) =>
      typeof text === 'string' ? (/^[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*[-_][0-9a-f]{8}(?=-?$)/.exec(text) ?? []) : [],
    );
};
