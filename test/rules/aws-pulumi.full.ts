import { holdsToRules } from './rules';

describe('artifacts of aws-pulumi', () => {
  holdsToRules('aws-pulumi');
});
