import { seesFilesBesideStack } from './gcp-cdktf-files';
import { mutations } from './gcp';
import { scaled } from './gcp-scaled';
import { cdktf } from './gcp-words';
import { survivesDamage } from './damage';
import { seesMutations } from './mutation';

describe('artifacts of gcp-cdktf', () => {
  seesMutations('gcp-cdktf', mutations, cdktf, { scaled });
  seesFilesBesideStack();
  survivesDamage('gcp-cdktf', ['provisioned'], 30);
});
