import { mutations } from './gcp';
import { pulumi } from './gcp-words';
import { seesMutations } from './mutation';

describe('artifacts of gcp-pulumi', () => {
  seesMutations('gcp-pulumi', mutations, pulumi);
});
