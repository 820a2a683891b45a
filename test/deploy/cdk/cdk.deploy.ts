import { standingOn } from '../prepared';
import { tellStory } from '../story';
import { startCloud, type Cloud } from './cloud';
import { cdkRig } from './rig';

standingOn(['ministack', 'node22', 'aws-sdk'], 'cdk deploy', () => {
  let cloud: Cloud;
  beforeAll(async () => (cloud = await startCloud()));
  afterAll(() => cloud.end());

  tellStory(cdkRig(() => cloud));
});
