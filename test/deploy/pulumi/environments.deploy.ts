import { tellEnvironments } from '../environments';
import { standingOn } from '../prepared';
import { awsRig, gcpRig } from './rig';

standingOn(['pulumi'], 'pulumi up', () => {
  tellEnvironments(awsRig);
  tellEnvironments(gcpRig);
});
