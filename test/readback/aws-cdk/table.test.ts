import { onAws, saysJust } from '../shop';
import { shop } from './shop';

describe('table in a CloudFormation template', () => {
  saysJust(shop.table, onAws.table);
});
