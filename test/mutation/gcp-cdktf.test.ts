import { mutations } from './gcp-cdktf.mutations';
import { seesMutations } from './mutation';

describe('artefacts of gcp-cdktf', () => {
  seesMutations('gcp-cdktf', mutations);
});
