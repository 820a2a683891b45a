import { inexcusable, stale, type Excuse } from '../../watched';
import { unreadBy } from '../gcp-fields';
import { record } from './program';

/** Fields of an archive: an empty one is refused before anything is registered. */
const ofArchive: readonly Excuse[] = [{ field: /\.archive\.(?:sha256|empty)$/, why: 'Pulumi hashes files itself' }];

test('gcp-pulumi reads every field of a plan', async () => {
  const unread = await unreadBy(record);
  expect(inexcusable(unread, ofArchive)).toEqual([]);
  expect(stale(unread, ofArchive)).toEqual([]);
});
