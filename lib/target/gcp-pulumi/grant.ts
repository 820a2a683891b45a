import { IAMMember } from '@pulumi/gcp/projects';
import type { GcpGrant } from '../../cloud/gcp/grant';
import type { Element } from '../pulumi-element';
import type { Parts } from './parts';

/** Gives a service account a role on the project, which holds under its condition alone. */
export function renderGrant(
  parent: Element,
  { on, role, member, condition, needs }: GcpGrant,
  parts: Parts,
): IAMMember {
  return new IAMMember(
    `${parent.prefix}-use-${on.replace('.', '-')}`,
    {
      project: parts.text([{ place: 'project' }]),
      role,
      member: parts.token(member),
      condition: { title: condition.title, expression: parts.text(condition.expression) },
    },
    { parent, dependsOn: parts.needs(needs) },
  );
}
