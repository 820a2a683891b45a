import { mutations } from './gcp-cdktf.mutations';
import { seesMutations } from './mutation';
import { seesEveryChange } from './sweep';

describe('artefacts of gcp-cdktf', () => {
  seesEveryChange('gcp-cdktf');
  seesMutations('gcp-cdktf', mutations);
});
