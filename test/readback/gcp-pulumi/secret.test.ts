import { saysJust } from '../shop';
import { onGcp } from '../store';
import { store } from './store';

describe('secret in a recording of a Pulumi program', () => {
  saysJust(store.secret, onGcp.secret);
});
