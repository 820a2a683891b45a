import { seesFilesBesideRecording } from './pulumi-files';
import { mutations } from './gcp';
import { networkMutations, networks } from './gcp-networks';
import { scaled } from './gcp-scaled';
import { pulumi } from './gcp-words';
import { existingMutations } from './gcp-existing';
import { survivesDamage } from './damage';
import { existing } from './existing';
import { seesMutations } from './mutation';

describe('artifacts of gcp-pulumi', () => {
  seesMutations('gcp-pulumi', [...mutations, ...networkMutations, ...existingMutations], pulumi, {
    scaled,
    ...networks,
    ...existing,
  });
  seesFilesBesideRecording('gcp-pulumi');
  survivesDamage('gcp-pulumi', ['provisioned'], 30);
});
