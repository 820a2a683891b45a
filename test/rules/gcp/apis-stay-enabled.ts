import type { Rule } from '../rule';

export const rule: Rule = {
  title: 'An API that is disabled with a stack is missing to everything else in its project.',
  sources: ['https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/google_project_service'],
  of: ['google_project_service'],
  *check(one, view) {
    if (one.get('disable_on_destroy') !== false) yield 'is disabled with the stack';
    const same = view.of(one.type).filter((each) => each.text('service') === one.text('service'));
    if (same.length > 1) yield 'is enabled twice';
  },
  counterCase: (view) => {
    view.one('google_project_service').set('disable_on_destroy', true);
  },
};
