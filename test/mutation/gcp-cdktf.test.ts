import { mutations } from './gcp';
import { cdktf } from './gcp-words';
import { seesMutations } from './mutation';
import { seesEveryChange } from './sweep';

describe('artifacts of gcp-cdktf', () => {
  seesEveryChange('gcp-cdktf');
  seesMutations('gcp-cdktf', mutations, cdktf);
});
