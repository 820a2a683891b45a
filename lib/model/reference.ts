import type { Kind } from './name';

/** What of an element other elements can refer to. */
export const attributes = {
  functions: ['name', 'arn', 'url'],
  services: ['name', 'url'],
  apis: ['url'],
  queues: ['name', 'arn', 'url'],
  topics: ['name', 'arn'],
  buckets: ['name'],
  tables: ['name'],
  secrets: ['name'],
} as const satisfies Record<Kind, readonly string[]>;

export type Attribute = 'name' | 'arn' | 'url';

/** A reference to an attribute of another element, written `${kind.element.attribute}`. */
export interface Reference {
  readonly kind: Kind;
  readonly element: string;
  readonly attribute: Attribute;
}

/** A reference as people write it. */
export const formatReference = ({ kind, element, attribute }: Reference): string =>
  `\${${kind}.${element}.${attribute}}`;
