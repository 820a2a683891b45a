import { onAws, saysJust } from '../shop';
import { shop } from './shop';

describe('function in a CloudFormation template', () => {
  saysJust(shop.function, onAws.function);
});
