import { unreadBy } from '../gcp-fields';
import { record } from './program';

/** Pulumi hashes an archive's file itself; an empty archive is refused before anything is registered. */
const ofArchive = /\.archive\.(?:sha256|empty)$/;

test('gcp-pulumi reads every field of a plan', async () => {
  expect((await unreadBy(record)).filter((field) => !ofArchive.test(field))).toEqual([]);
});
