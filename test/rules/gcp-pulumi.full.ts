import { holdsToRules } from './rules';

describe('artifacts of gcp-pulumi', () => {
  holdsToRules('gcp-pulumi');
});
