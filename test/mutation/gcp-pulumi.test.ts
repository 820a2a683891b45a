import { seesFilesBesideRecording } from './pulumi-files';
import { mutations } from './gcp';
import { scaled } from './gcp-scaled';
import { pulumi } from './gcp-words';
import { survivesDamage } from './damage';
import { seesMutations } from './mutation';

describe('artifacts of gcp-pulumi', () => {
  seesMutations('gcp-pulumi', mutations, pulumi, { scaled });
  seesFilesBesideRecording('gcp-pulumi');
  survivesDamage('gcp-pulumi', ['provisioned'], 30);
});
