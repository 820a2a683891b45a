import { mutations } from './gcp-pulumi.mutations';
import { seesMutations } from './mutation';

describe('artefacts of gcp-pulumi', () => {
  seesMutations('gcp-pulumi', mutations);
});
