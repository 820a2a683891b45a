import { seesFilesBesideRecording } from './pulumi-files';
import { mutations } from './aws';
import { pulumi } from './aws-words';
import { survivesDamage } from './damage';
import { seesMutations } from './mutation';

describe('artifacts of aws-pulumi', () => {
  seesMutations('aws-pulumi', mutations, pulumi);
  seesFilesBesideRecording('aws-pulumi');
  survivesDamage('aws-pulumi', ['provisioned'], 30);
});
