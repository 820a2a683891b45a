import { memberTypes } from '../gcp-shapes';
import type { Rule } from '../rule';

export const rule: Rule = {
  title:
    'IAM takes no condition for everybody or with a basic role, and gives each member a role of one resource once.',
  sources: [
    'https://docs.cloud.google.com/iam/docs/conditions-overview',
    'https://docs.cloud.google.com/iam/docs/principal-identifiers',
  ],
  of: memberTypes,
  *check(grant, view) {
    const member = grant.text('member');
    const isKnown = /^(?:allUsers|serviceAccount:.+|‹[^›]+\|member›)$/.test(member);
    if (!isKnown) yield `is for ${member}`;
    if (!/^roles\/[\w.]+$|^‹[^›]+\|(?:name|id)›$/.test(grant.text('role'))) yield `gives ${grant.text('role')}`;
    if (grant.get('condition') !== undefined) {
      if (member === 'allUsers' || /^roles\/(?:owner|editor|viewer)$/.test(grant.text('role'))) yield 'has a condition';
      if (!/^.{1,100}$/.test(grant.text('condition.title'))) yield 'has a condition without a title';
    }
    const key = JSON.stringify(Object.entries(grant.value).sort());
    const same = view
      .of(grant.type)
      .some((one) => one !== grant && JSON.stringify(Object.entries(one.value).sort()) === key);
    if (same) yield 'is given twice';
  },
  counterCase: (view) => {
    view.one('google_project_iam_member').set('role', 'roles/editor/');
  },
};
