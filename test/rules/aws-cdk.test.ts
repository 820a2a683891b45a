import { holdsToRules } from './rules';

describe('artifacts of aws-cdk', () => {
  holdsToRules('aws-cdk');
});
