import { mutations } from './aws-pulumi.mutations';
import { seesMutations } from './mutation';
import { seesEveryChange } from './sweep';

describe('artefacts of aws-pulumi', () => {
  seesEveryChange('aws-pulumi');
  seesMutations('aws-pulumi', mutations);
});
