import { CloudRunServiceIamMember } from '@cdktf/provider-google/lib/cloud-run-service-iam-member';
import { ProjectIamMember } from '@cdktf/provider-google/lib/project-iam-member';
import { PubsubTopicIamMember } from '@cdktf/provider-google/lib/pubsub-topic-iam-member';
import { SecretManagerSecretIamMember } from '@cdktf/provider-google/lib/secret-manager-secret-iam-member';
import { StorageBucketIamMember } from '@cdktf/provider-google/lib/storage-bucket-iam-member';
import type { ITerraformDependable } from 'cdktf';
import type { Construct } from 'constructs';
import type { GcpGrant } from '../../cloud/gcp/grant';
import { pascalCase } from '../../model/name';
import type { Parts } from './parts';
import type { Where } from './where';

/** Gives a service account a role on one element, or on the project under a condition that names the element. */
export function renderGrant(
  scope: Construct,
  { on, role, member, scope: within, needs }: GcpGrant,
  parts: Parts,
  { region }: Where,
): ITerraformDependable {
  const id = `Use${pascalCase(on.replace('.', '-'))}`;
  const given = { role, member: parts.token(member) };
  switch (within.kind) {
    case 'bucket':
      return new StorageBucketIamMember(scope, id, { bucket: parts.token(within.resource), ...given });
    case 'topic':
      return new PubsubTopicIamMember(scope, id, { topic: parts.token(within.resource), ...given });
    case 'secret':
      return new SecretManagerSecretIamMember(scope, id, { secretId: parts.token(within.resource), ...given });
    case 'run':
      return new CloudRunServiceIamMember(scope, id, {
        location: region,
        service: parts.token(within.resource),
        ...given,
      });
    case 'project':
      return new ProjectIamMember(scope, id, {
        project: parts.text(within.project),
        ...given,
        condition: { title: within.condition.title, expression: parts.text(within.condition.expression) },
        dependsOn: parts.needs(needs),
      });
  }
}
