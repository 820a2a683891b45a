import { seesFilesBesideStack } from './gcp-cdktf-files';
import { mutations } from './gcp';
import { networkMutations, networks } from './gcp-networks';
import { scaled } from './gcp-scaled';
import { cdktf } from './gcp-words';
import { existingMutations } from './gcp-existing';
import { survivesDamage } from './damage';
import { existing } from './existing';
import { seesMutations } from './mutation';

describe('artifacts of gcp-cdktf', () => {
  seesMutations('gcp-cdktf', [...mutations, ...networkMutations, ...existingMutations], cdktf, {
    scaled,
    ...networks,
    ...existing,
  });
  seesFilesBesideStack();
  survivesDamage('gcp-cdktf', ['provisioned'], 30);
});
