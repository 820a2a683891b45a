import { kinds, kindSpecs, type Kind } from './kind';

type AttributesByKind = { readonly [K in Kind]: (typeof kindSpecs)[K]['attributes'] };

/** The attributes of each kind that references can read. */
export const attributes = Object.fromEntries(
  kinds.map((kind) => [kind, kindSpecs[kind].attributes]),
) as unknown as AttributesByKind;

export type Attribute = AttributesByKind[Kind][number];

/** A reference to an attribute of another element, written `${kind.element.attribute}`. */
export interface Reference {
  readonly kind: Kind;
  readonly element: string;
  readonly attribute: Attribute;
}

/** A reference as people write it. */
export const formatReference = ({ kind, element, attribute }: Reference): string =>
  `\${${kind}.${element}.${attribute}}`;
