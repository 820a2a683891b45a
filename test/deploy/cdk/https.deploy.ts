import { changesToHttps } from '../https';
import { standingOn } from '../prepared';
import { standing, startCloud, type Cloud } from './cloud';
import { cdkRig } from './rig';

standingOn(standing, 'cdk deploy', () => {
  let cloud: Cloud;
  beforeAll(async () => (cloud = await startCloud()));
  afterAll(() => cloud?.end());

  // The ranges are in the group itself, and `cdk diff` says of a rule that it may be replaced.
  changesToHttps(
    cdkRig(() => cloud),
    { rule: 'update listenerrule', added: 'update securitygroup', removed: 'update securitygroup' },
  );
});
