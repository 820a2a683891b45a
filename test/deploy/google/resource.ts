/** A resource of Google Cloud in Terraform's words, whichever engine created it. */
export interface GoogleResource {
  readonly type: string;
  readonly attributes: Readonly<Record<string, unknown>>;
}

/** A project as its services see it: the resources in it, in the order in which they were created. */
export interface GoogleProject {
  readonly id: string;
  readonly resources: readonly GoogleResource[];
  /** The data sources that were read. Reading that of Cloud Storage's agent creates the agent. */
  readonly read: ReadonlySet<string>;
  /** True if the organization enforces domain-restricted sharing. */
  readonly restrictsDomains: boolean;
}

/** A rule of a Google service: the message with which it refuses a resource; undefined if it accepts it. */
export type Refusal = (asked: GoogleResource, project: GoogleProject) => string | undefined;

/** The value at a path. A block that exists once is a list of one in Terraform and an object in Pulumi. */
export function valueAt(value: unknown, ...path: readonly string[]): unknown {
  const one: unknown = Array.isArray(value) && value.length === 1 ? value[0] : value;
  const [step, ...rest] = path;
  if (step === undefined) return one;
  return typeof one === 'object' && one !== null ? valueAt((one as Record<string, unknown>)[step], ...rest) : undefined;
}

/** The text at a path; empty if there is none. */
export function textAt({ attributes }: GoogleResource, ...path: readonly string[]): string {
  const found = valueAt(attributes, ...path);
  return typeof found === 'string' ? found : '';
}

/** The number at a path. */
export function numberAt({ attributes }: GoogleResource, ...path: readonly string[]): number | undefined {
  const found = valueAt(attributes, ...path);
  return typeof found === 'number' ? found : undefined;
}

/** The resources of a type. */
export const ofType = ({ resources }: GoogleProject, type: string): readonly GoogleResource[] =>
  resources.filter((one) => one.type === type);

/** True of a grant: a member gets a role on something. */
export const isGrant = ({ type }: GoogleResource): boolean => type.endsWith('_iam_member');
