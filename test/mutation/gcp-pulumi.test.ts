import { mutations } from './gcp';
import { pulumi } from './gcp-words';
import { seesMutations } from './mutation';
import { seesEveryChange } from './sweep';

describe('artifacts of gcp-pulumi', () => {
  seesEveryChange('gcp-pulumi');
  seesMutations('gcp-pulumi', mutations, pulumi);
});
