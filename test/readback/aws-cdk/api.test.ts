import { onAws, saysJust } from '../shop';
import { shop } from './shop';

describe('api in a CloudFormation template', () => {
  saysJust(shop.api, onAws.api);
});
