import { z } from 'zod';
import { existingForms, type ExistingKind } from './existing-form';
import { splitElementId, type ElementId } from './name';
import type { Cloud } from './target';

/** The identifiers of a resource that something else owns, by cloud; absent: the element isn't for that cloud. */
export type Existing = Readonly<Partial<Record<Cloud, string>>>;

/** Element that stands for a resource that something else owns. */
export interface ExistingSpec {
  readonly existing: { readonly aws?: string | undefined; readonly gcp?: string | undefined };
}

const identifier = (kind: ExistingKind, cloud: Cloud) =>
  z.string().superRefine((text, context) => {
    const { pattern, form, example } = existingForms[kind][cloud];
    if (pattern.test(text)) return;
    const message = `must be ${form}, such as ${example}`;
    context.addIssue({ code: 'custom', message, params: { hint: hintFor(text, cloud) } });
  });

function hintFor(text: string, cloud: Cloud): string | undefined {
  if (cloud === 'gcp' && text.startsWith('//')) return 'leave out the part before projects/';
  if (cloud === 'gcp' && text.startsWith('arn:')) return 'an ARN belongs under aws';
  if (cloud === 'aws' && text.startsWith('projects/')) return 'a name of Google Cloud belongs under gcp';
  return undefined;
}

/**
 * An element of a kind, or one that stands for a resource that something else owns. That one has no field but `existing`,
 * so what reads an element's fields has to ask `isExisting` first.
 */
export const orExisting = <Spec extends z.ZodType>(kind: ExistingKind, spec: Spec) =>
  z.union([
    spec,
    z.strictObject({
      /**
       * Resource that something else owns, by its identifier on each cloud. It is neither created, changed nor deleted.
       * No other field may stand beside it.
       */
      existing: z.strictObject({
        /** ARN on AWS. Required if a target is on AWS. */
        aws: identifier(kind, 'aws').optional(),
        /** Name on Google Cloud, from `projects/` on. Required if a target is on Google Cloud. */
        gcp: identifier(kind, 'gcp').optional(),
      }),
    }),
  ]) as unknown as z.ZodType<z.output<Spec>, z.input<Spec> | ExistingSpec>;

/**
 * The identifiers of an element that something else owns; undefined for the architecture's own, and for one that isn't
 * there, which another check reports.
 */
export const existingIn = (element: object | undefined): Existing | undefined =>
  element && 'existing' in element ? (element.existing as Existing) : undefined;

/** True of an element that something else owns. */
export const isExisting = (element: object | undefined): boolean => existingIn(element) !== undefined;

type Elements = Readonly<Record<ExistingKind, Readonly<Record<string, object>>>>;

/** By element: the identifiers on a cloud of those that something else owns, in a fixed order. */
export const existingOn = (architecture: Elements, cloud: Cloud): Readonly<Record<ElementId, string>> =>
  Object.fromEntries(
    (Object.keys(existingForms) as ExistingKind[]).flatMap((kind) =>
      Object.keys(architecture[kind])
        .sort()
        .flatMap((name) => {
          const identifier = existingIn(architecture[kind][name]!)?.[cloud];
          return identifier === undefined ? [] : [[`${kind}.${name}`, identifier] as const];
        }),
    ),
  );

/** True of an element, by its id, that something else owns. */
export function isExistingId(architecture: Elements, id: ElementId): boolean {
  const { kind, name } = splitElementId(id);
  const element = kind in existingForms ? architecture[kind as ExistingKind][name] : undefined;
  return element !== undefined && isExisting(element);
}

/** The elements of a kind that the architecture itself owns. */
export const ownIn = <Spec extends object>(elements: Readonly<Record<string, Spec>>): Record<string, Spec> =>
  Object.fromEntries(Object.entries(elements).filter(([, element]) => !isExisting(element)));

/** An architecture with only the elements that it owns, for what counts or names its resources. */
export const withoutExisting = <A extends Elements>(architecture: A): A => ({
  ...architecture,
  ...Object.fromEntries(
    (Object.keys(existingForms) as ExistingKind[]).map((kind) => [kind, ownIn(architecture[kind])]),
  ),
});
