import { IamMember as RunIamMember } from '@pulumi/gcp/cloudrun';
import { IAMMember as ProjectIamMember } from '@pulumi/gcp/projects';
import { TopicIAMMember } from '@pulumi/gcp/pubsub';
import { SecretIamMember } from '@pulumi/gcp/secretmanager';
import { BucketIAMMember } from '@pulumi/gcp/storage';
import type { Resource } from '@pulumi/pulumi';
import type { GcpGrant } from '../../cloud/gcp/grant';
import type { Element } from '../pulumi-element';
import type { Parts } from './parts';
import type { Where } from './where';

/** Gives a service account a role on one element, or on the project under a condition that names the element. */
export function renderGrant(
  parent: Element,
  { on, role, member, scope, needs }: GcpGrant,
  parts: Parts,
  { region }: Where,
): Resource {
  const name = `${parent.prefix}-use-${on.replace('.', '-')}`;
  const given = { role, member: parts.token(member) };
  switch (scope.kind) {
    case 'bucket':
      return new BucketIAMMember(name, { bucket: parts.token(scope.resource), ...given }, { parent });
    case 'topic':
      return new TopicIAMMember(name, { topic: parts.token(scope.resource), ...given }, { parent });
    case 'secret':
      return new SecretIamMember(name, { secretId: parts.token(scope.resource), ...given }, { parent });
    case 'run':
      return new RunIamMember(name, { location: region, service: parts.token(scope.resource), ...given }, { parent });
    case 'project':
      return new ProjectIamMember(
        name,
        {
          project: parts.text(scope.project),
          ...given,
          condition: { title: scope.condition.title, expression: parts.text(scope.condition.expression) },
        },
        { parent, dependsOn: parts.needs(needs) },
      );
  }
}
