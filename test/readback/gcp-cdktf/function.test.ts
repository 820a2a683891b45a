import { onGcp, saysJust } from '../shop';
import { shop } from './shop';

describe("function in Terraform's JSON", () => {
  saysJust(shop.function, onGcp.function);
});
