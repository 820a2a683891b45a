import { mutations } from './aws-cdk.mutations';
import { seesMutations } from './mutation';

describe('artefacts of aws-cdk', () => {
  seesMutations('aws-cdk', mutations);
});
