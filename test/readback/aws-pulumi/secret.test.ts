import { saysJust } from '../shop';
import { onAws } from '../store';
import { store } from './store';

describe('secret in a recording of a Pulumi program', () => {
  saysJust(store.secret, onAws.secret);
});
