import { inexcusable, stale } from '../../watched';
import { about, unreadBy } from '../gcp-fields';
import { synthesize } from './stack';

describe('gcp-cdktf: the fields of a plan', () => {
  let unread: readonly string[];
  beforeAll(async () => {
    unread = await unreadBy(synthesize);
  });

  test('are all read', () => {
    expect(inexcusable(unread, about)).toEqual([]);
  });

  test('are excused only where they are not read', () => {
    expect(stale(unread, about)).toEqual([]);
  });
});
