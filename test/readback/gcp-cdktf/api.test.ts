import { onGcp, saysJust } from '../shop';
import { shop } from './shop';

describe("api in Terraform's JSON", () => {
  saysJust(shop.api, onGcp.api);
});
