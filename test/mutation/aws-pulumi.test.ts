import { seesFilesBesideRecording } from './pulumi-files';
import { mutations } from './aws';
import { networkMutations, networks } from './aws-networks';
import { pulumi } from './aws-words';
import { existingMutations } from './aws-existing';
import { survivesDamage } from './damage';
import { existing } from './existing';
import { seesMutations } from './mutation';

describe('artifacts of aws-pulumi', () => {
  seesMutations('aws-pulumi', [...mutations, ...networkMutations, ...existingMutations], pulumi, {
    ...networks,
    ...existing,
  });
  seesFilesBesideRecording('aws-pulumi');
  survivesDamage('aws-pulumi', ['provisioned'], 30);
});
