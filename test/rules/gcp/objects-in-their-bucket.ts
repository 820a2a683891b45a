import { literally } from '../reference';
import type { Rule } from '../rule';

export const rule: Rule = {
  title: 'An object has a name of 1 to 1,024 bytes, and a function is made after the object that it is built from.',
  sources: ['https://docs.cloud.google.com/storage/docs/objects#naming'],
  of: ['google_storage_bucket_object'],
  *check(object, view) {
    const name = literally(object.get('name'));
    if (name === '' || Buffer.byteLength(name) > 1024 || /[\r\n]|^\.\.?$|^\.well-known\/acme-challenge\//.test(name))
      yield `is named ${name}`;
    const users = view
      .of('google_cloudfunctions2_function')
      .filter((one) => one.refers('build_config.source').includes(object.id));
    if (users.length === 0) yield 'is the source of nothing';
  },
  counterCase: (view) => {
    view.one('google_storage_bucket_object').set('name', '');
  },
};
