import { z } from 'zod';
import type { Kind } from './kind';

/** The names of elements, of architectures and of a foundation's owner. */
export const namePattern = /^[a-z](?:[a-z0-9-]{0,28}[a-z0-9])?$/;

/** The names of outputs. CloudFormation accepts only letters and digits. */
export const outputNamePattern = /^[a-z][A-Za-z0-9]*$/;

export const elementName = z
  .string()
  .regex(
    namePattern,
    'must be 1 to 30 lower-case letters, digits and hyphens, begin with a letter and not end with a hyphen',
  )
  // The engines keep constructs in plain objects.
  .refine((name) => !(name in {}), 'is a name that every object has: choose another name');
export const outputName = z
  .string()
  .regex(outputNamePattern, 'must be a lower-case letter, then letters and digits')
  // The engines keep outputs in plain objects.
  .refine((name) => !(name in {}), 'is a name that every object has: choose another name');

/** An element's name with its kind, as it is written wherever the kind isn't plain from the place. */
export type ElementId = `${Kind}.${string}`;

/** `functions`, `orders` → `functions.orders` */
export const elementId = (kind: Kind, name: string): ElementId => `${kind}.${name}`;

/** The kind and the name in an element's id. */
export function splitElementId(id: ElementId): { kind: Kind; name: string } {
  const dot = id.indexOf('.');
  return { kind: id.slice(0, dot) as Kind, name: id.slice(dot + 1) };
}

/** `order-items` → `orderItems`. */
export function camelCase(name: string): string {
  return name.replace(/-+([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** `order-items` → `OrderItems`. */
export function pascalCase(name: string): string {
  const camel = camelCase(name);
  return camel.charAt(0).toUpperCase() + camel.slice(1);
}
