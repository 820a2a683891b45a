import { policiesOf } from '../aws-shapes';
import type { Rule } from '../rule';

export const rule: Rule = {
  title: "A task can't start before the policies of its two roles, so its service comes after them.",
  sources: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecs_service',
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/resource-initialization-error.html',
    'https://github.com/cloudposse/terraform-aws-ecs-alb-service-task/issues/67',
  ],
  of: ['AWS::ECS::Service'],
  with: ['aws:iam/rolePolicyAttachment:RolePolicyAttachment'],
  *check(service, view) {
    const [task] = view.named(service, 'TaskDefinition', 'AWS::ECS::TaskDefinition');
    const roles = ['ExecutionRoleArn', 'TaskRoleArn'].flatMap((path) => view.named(task!, path, 'AWS::IAM::Role'));
    if (roles.length < 2) yield 'has no execution role or no task role';
    for (const one of roles.flatMap((role) => [role, ...policiesOf(role, view)]))
      if (!view.isAfter(service, one)) yield `may be made before ${one.id}`;
  },
  counterCase: (view) => {
    view.one('AWS::ECS::TaskDefinition').set('ExecutionRoleArn', undefined);
  },
};
