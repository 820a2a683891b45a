import { unreadBy } from '../gcp-fields';
import { synthesize } from './stack';

test('gcp-cdktf reads every field of a plan', async () => {
  expect(await unreadBy(synthesize)).toEqual([]);
});
