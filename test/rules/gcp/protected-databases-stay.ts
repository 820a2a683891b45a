import type { Rule } from '../rule';

export const rule: Rule = {
  title:
    'A database with delete protection is not deleted, and one that is deleted says so: it is abandoned otherwise.',
  sources: [
    'https://docs.cloud.google.com/firestore/docs/manage-databases#delete_protection',
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/firestore_database',
  ],
  of: ['google_firestore_database'],
  *check(database) {
    const isProtected = database.text('delete_protection_state') === 'DELETE_PROTECTION_ENABLED';
    const isDeleted = database.text('deletion_policy') === 'DELETE';
    if (isProtected === isDeleted)
      yield isDeleted ? 'is protected, and is to be deleted' : 'is abandoned without protection';
    if (database.text('type') !== 'FIRESTORE_NATIVE') yield `is of type ${database.text('type')}`;
  },
  counterCase: (view) => {
    view
      .one('google_firestore_database', (one) => one.text('deletion_policy') === 'DELETE')
      .set('delete_protection_state', 'DELETE_PROTECTION_ENABLED');
  },
};
