import { mutations } from './gcp-pulumi.mutations';
import { seesMutations } from './mutation';
import { seesEveryChange } from './sweep';

describe('artefacts of gcp-pulumi', () => {
  seesEveryChange('gcp-pulumi');
  seesMutations('gcp-pulumi', mutations);
});
