import { mutations } from './aws';
import { networkMutations, networks } from './aws-networks';
import { seesMutationsOfFiles } from './aws-cdk-files';
import { cdk } from './aws-words';
import { survivesDamage } from './damage';
import { seesMutations } from './mutation';

describe('artifacts of aws-cdk', () => {
  seesMutations('aws-cdk', [...mutations, ...networkMutations], cdk, networks);
  seesMutationsOfFiles();
  survivesDamage('aws-cdk', ['provisioned'], 30);
});
