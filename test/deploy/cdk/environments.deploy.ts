import { tellEnvironments } from '../environments';
import { standingOn } from '../prepared';
import { standing, startCloud, type Cloud } from './cloud';
import { cdkRig } from './rig';

standingOn(standing, 'cdk deploy', () => {
  let cloud: Cloud;
  beforeAll(async () => (cloud = await startCloud()));
  afterAll(() => cloud?.end());

  tellEnvironments(cdkRig(() => cloud));
});
