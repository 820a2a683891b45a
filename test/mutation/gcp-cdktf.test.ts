import { mutations } from './gcp';
import { cdktf } from './gcp-words';
import { seesMutations } from './mutation';

describe('artifacts of gcp-cdktf', () => {
  seesMutations('gcp-cdktf', mutations, cdktf);
});
