import { literally } from '../reference';
import type { Rule } from '../rule';

export const rule: Rule = {
  title: 'A bucket is named without google or a misspelling of it, begins with no goog, and has 3 to 63 characters.',
  sources: ['https://docs.cloud.google.com/storage/docs/buckets#naming'],
  of: ['google_storage_bucket'],
  *check(bucket) {
    const name = bucket.text('name');
    // A project has 30 characters at most.
    const longest = literally(name, 'p'.repeat(30));
    if (/g[o0]{2}g[l1]e|^goog/.test(name)) yield `is named ${name}`;
    if (!/^[a-z0-9][a-z0-9_.-]{1,61}[a-z0-9]$/.test(longest)) yield `may be named ${longest}`;
  },
  counterCase: (view) => {
    view.one('google_storage_bucket').set('name', 'my-g00gle-files');
  },
};
