import { ProjectIamMember } from '@cdktf/provider-google/lib/project-iam-member';
import type { Construct } from 'constructs';
import type { GcpGrant } from '../../cloud/gcp/grant';
import { pascalCase } from '../../model/name';
import type { Parts } from './parts';

/** Gives a service account a role on the project, which holds under its condition alone. */
export function renderGrant(
  scope: Construct,
  { on, role, member, condition, needs }: GcpGrant,
  parts: Parts,
): ProjectIamMember {
  return new ProjectIamMember(scope, `Use${pascalCase(on.replace('.', '-'))}`, {
    project: parts.text([{ place: 'project' }]),
    role,
    member: parts.token(member),
    condition: { title: condition.title, expression: parts.text(condition.expression) },
    dependsOn: parts.needs(needs),
  });
}
