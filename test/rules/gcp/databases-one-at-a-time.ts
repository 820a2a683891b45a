import type { Rule } from '../rule';

export const rule: Rule = {
  title: 'Firestore changes the fields of one database one at a time, and answers 409 to others.',
  sources: [
    'https://github.com/GoogleCloudPlatform/magic-modules/pull/9515',
    'https://github.com/hashicorp/terraform-provider-google/issues/16599',
    'https://github.com/firebase/firebase-tools/issues/1119',
  ],
  of: ['google_firestore_field'],
  *check(field, view) {
    for (const other of view.of(field.type)) {
      const isSame = other !== field && other.refers('database')[0] === field.refers('database')[0];
      if (isSame && !view.isAfter(field, other) && !view.isAfter(other, field))
        yield `may be changed beside ${other.id}`;
    }
  },
  counterCase: (view) => {
    const field = view.one('google_firestore_field');
    view.add(field.type, structuredClone(field.value));
  },
};
