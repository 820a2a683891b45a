import { saysJust } from '../shop';
import { onGcp } from '../store';
import { store } from './store';

describe("secret in Terraform's JSON", () => {
  saysJust(store.secret, onGcp.secret);
});
