import { inexcusable, stale, type Excuse } from '../../watched';
import { about, unreadBy } from '../gcp-fields';
import { record } from './program';

const excuses: readonly Excuse[] = [
  ...about,
  { field: /\.archive\.(?:sha256|empty)$/, why: 'Pulumi hashes files itself, and an empty archive is refused before' },
];

describe('gcp-pulumi: the fields of a plan', () => {
  let unread: readonly string[];
  beforeAll(async () => {
    unread = await unreadBy(record);
  });

  test('are all read', () => {
    expect(inexcusable(unread, excuses)).toEqual([]);
  });

  test('are excused only where they are not read', () => {
    expect(stale(unread, excuses)).toEqual([]);
  });
});
