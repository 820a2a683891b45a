import type { ResolvedArchitecture } from '../../model/architecture';

/** Settings of every role of an architecture. */
export interface AwsRoleSettings {
  /** ARN of the policy that limits the role's permissions; absent: none does. */
  readonly permissionsBoundary?: string;
  /** Absent: `/`. */
  readonly path?: string;
}

export function planRoles({ foundation }: ResolvedArchitecture): AwsRoleSettings {
  const { permissionsBoundary, rolePath } = foundation?.aws ?? {};
  return { ...(permissionsBoundary && { permissionsBoundary }), ...(rolePath && { path: rolePath }) };
}
