import { saysJust } from '../shop';
import { onGcp } from '../store';
import { store } from './store';

describe("bucket in Terraform's JSON", () => {
  saysJust(store.bucket, onGcp.bucket);
});
