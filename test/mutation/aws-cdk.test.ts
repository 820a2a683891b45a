import { mutations } from './aws';
import { networkMutations, networks } from './aws-networks';
import { seesMutationsOfFiles } from './aws-cdk-files';
import { cdk } from './aws-words';
import { existingMutations } from './aws-existing';
import { survivesDamage } from './damage';
import { existing } from './existing';
import { seesMutations } from './mutation';

describe('artifacts of aws-cdk', () => {
  seesMutations('aws-cdk', [...mutations, ...networkMutations, ...existingMutations], cdk, {
    ...networks,
    ...existing,
  });
  seesMutationsOfFiles();
  survivesDamage('aws-cdk', ['provisioned'], 30);
});
