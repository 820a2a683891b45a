import { seesFilesBesideStack } from './gcp-cdktf-files';
import { mutations } from './gcp';
import { networkMutations, networks } from './gcp-networks';
import { scaled } from './gcp-scaled';
import { cdktf } from './gcp-words';
import { survivesDamage } from './damage';
import { seesMutations } from './mutation';

describe('artifacts of gcp-cdktf', () => {
  seesMutations('gcp-cdktf', [...mutations, ...networkMutations], cdktf, { scaled, ...networks });
  seesFilesBesideStack();
  survivesDamage('gcp-cdktf', ['provisioned'], 30);
});
