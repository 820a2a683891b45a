import { saysJust } from '../shop';
import { onGcp } from '../store';
import { store } from './store';

describe('bucket in a recording of a Pulumi program', () => {
  saysJust(store.bucket, onGcp.bucket);
});
