import { onGcp, saysJust } from '../shop';
import { shop } from './shop';

describe('table in a recording of a Pulumi program', () => {
  saysJust(shop.table, onGcp.table);
});
