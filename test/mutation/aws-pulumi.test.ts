import { seesFilesBesideRecording } from './pulumi-files';
import { mutations } from './aws';
import { networkMutations, networks } from './aws-networks';
import { pulumi } from './aws-words';
import { survivesDamage } from './damage';
import { seesMutations } from './mutation';

describe('artifacts of aws-pulumi', () => {
  seesMutations('aws-pulumi', [...mutations, ...networkMutations], pulumi, networks);
  seesFilesBesideRecording('aws-pulumi');
  survivesDamage('aws-pulumi', ['provisioned'], 30);
});
