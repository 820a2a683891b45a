import { mutations } from './aws-pulumi.mutations';
import { seesMutations } from './mutation';

describe('artefacts of aws-pulumi', () => {
  seesMutations('aws-pulumi', mutations);
});
