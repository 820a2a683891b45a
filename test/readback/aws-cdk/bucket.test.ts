import { saysJust } from '../shop';
import { onAws } from '../store';
import { store } from './store';

describe('bucket in a CloudFormation template', () => {
  saysJust(store.bucket, onAws.bucket);
});
