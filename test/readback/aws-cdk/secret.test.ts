import { saysJust } from '../shop';
import { onAws } from '../store';
import { store } from './store';

describe('secret in a CloudFormation template', () => {
  saysJust(store.secret, onAws.secret);
});
