import { holdsToRules } from './rules';

describe('artifacts of gcp-cdktf', () => {
  holdsToRules('gcp-cdktf');
});
