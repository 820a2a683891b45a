import { mutations } from './aws';
import { seesMutationsOfFiles } from './aws-cdk-files';
import { cdk } from './aws-words';
import { survivesDamage } from './damage';
import { seesMutations } from './mutation';

describe('artifacts of aws-cdk', () => {
  seesMutations('aws-cdk', mutations, cdk);
  seesMutationsOfFiles();
  survivesDamage('aws-cdk', ['provisioned'], 30);
});
