import { onGcp, saysJust } from '../shop';
import { shop } from './shop';

describe('function in a recording of a Pulumi program', () => {
  saysJust(shop.function, onGcp.function);
});
