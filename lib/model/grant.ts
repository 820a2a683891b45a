import { z } from 'zod';
import { kinds, kindSpecs, type Kind } from './kind';
import { elementId, elementName, namePattern, type ElementId } from './name';
import { environmentName } from './text';

type VerbsByKind = {
  readonly [
    K in Kind as (typeof kindSpecs)[K]['verbs'] extends readonly [] ? never : K
  ]: (typeof kindSpecs)[K]['verbs'];
};

/** The verbs with which an element can use another one, by the kind of the one that is used. */
export const verbs = Object.fromEntries(
  kinds.map((kind) => [kind, kindSpecs[kind].verbs] as const).filter(([, some]) => some.length > 0),
) as unknown as VerbsByKind;

/** A kind of elements that others can use. */
export type UsableKind = keyof VerbsByKind;
export type Verb = VerbsByKind[UsableKind][number];

/** Every verb, in the order in which schemas and messages list them. */
const allVerbs = Object.keys({
  read: true,
  write: true,
  readwrite: true,
  send: true,
  publish: true,
  invoke: true,
} satisfies Readonly<Record<Verb, true>>) as readonly Verb[];

const grantee = z
  .string()
  .regex(
    new RegExp(`^[A-Za-z]+\\.${namePattern.source.slice(1)}`),
    'must be <kind>.<name>, such as tables.orders',
  ) as unknown as z.ZodType<ElementId, ElementId>;

/** Map from `kind.name` to a verb. Nothing else is allowed. */
export const usesSpec = z.record(grantee, z.enum(allVerbs)).default({});

export type Uses = z.output<typeof usesSpec>;

/** Map from an environment variable to a secret's name. */
export const secretsSpec = z.record(environmentName, elementName).default({});

/** Element with permissions on others. */
export interface WithUses {
  readonly uses: Uses;
  /** Secrets in the environment, which the element may read without a `uses` of its own. */
  readonly secrets: Readonly<Record<string, string>>;
}

/** All permissions of an element: its `uses`, and read access to its secrets. */
export const usesOf = ({ uses, secrets }: WithUses): Uses => ({
  ...uses,
  ...Object.fromEntries(Object.values(secrets).map((name) => [elementId('secrets', name), 'read' as const])),
});
