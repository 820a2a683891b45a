import { onGcp, saysJust } from '../shop';
import { shop } from './shop';

describe('api in a recording of a Pulumi program', () => {
  saysJust(shop.api, onGcp.api);
});
