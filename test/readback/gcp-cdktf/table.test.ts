import { onGcp, saysJust } from '../shop';
import { shop } from './shop';

describe("table in Terraform's JSON", () => {
  saysJust(shop.table, onGcp.table);
});
