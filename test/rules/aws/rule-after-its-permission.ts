import type { Rule } from '../rule';
import type { Resource, View } from '../view';

/** What makes a rule call a function: the rule itself, or in Pulumi a target beside it. */
const isTarget = (one: Resource): boolean => one.type !== 'AWS::Events::Rule' || one.get('Targets') !== undefined;

const permissionsOf = (one: Resource, view: View): Resource[] => {
  const rule = one.type === 'AWS::Events::Rule' ? one : view.find(one.refers('rule')[0]);
  const name = rule?.text('Name');
  return view
    .of('AWS::Lambda::Permission')
    .filter(
      (each) => each.refers('SourceArn').includes(rule!.id) || (name && each.text('SourceArn').endsWith(`/${name}`)),
    );
};

export const rule: Rule = {
  title: 'A rule is live at once, so the permission to invoke its function comes before its target.',
  sources: [
    'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html',
    'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-troubleshooting.html',
  ],
  of: ['AWS::Events::Rule', 'aws:cloudwatch/eventTarget:EventTarget'],
  where: isTarget,
  *check(one, view) {
    const permissions = permissionsOf(one, view);
    if (!permissions.some((permission) => view.isAfter(one, permission))) yield 'may be live before its permission';
  },
  counterCase: (view) => {
    view.forget(...view.of('AWS::Lambda::Permission'));
  },
};
