import { mutations } from './aws';
import { seesMutationsOfFiles } from './aws-cdk-files';
import { cdk } from './aws-words';
import { seesMutations } from './mutation';

describe('artifacts of aws-cdk', () => {
  seesMutations('aws-cdk', mutations, cdk);
  seesMutationsOfFiles();
});
