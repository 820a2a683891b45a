import { seesFilesBesideRecording } from './pulumi-files';
import { mutations } from './gcp';
import { networkMutations, networks } from './gcp-networks';
import { scaled } from './gcp-scaled';
import { pulumi } from './gcp-words';
import { survivesDamage } from './damage';
import { seesMutations } from './mutation';

describe('artifacts of gcp-pulumi', () => {
  seesMutations('gcp-pulumi', [...mutations, ...networkMutations], pulumi, { scaled, ...networks });
  seesFilesBesideRecording('gcp-pulumi');
  survivesDamage('gcp-pulumi', ['provisioned'], 30);
});
