import { saysJust } from '../shop';
import { onAws } from '../store';
import { store } from './store';

describe('bucket in a recording of a Pulumi program', () => {
  saysJust(store.bucket, onAws.bucket);
});
