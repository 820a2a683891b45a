import { changesToHttps } from '../https';
import { standingOn } from '../prepared';
import { awsRig } from './rig';

standingOn(['pulumi'], 'pulumi up', () =>
  changesToHttps(awsRig, {
    rule: 'replace listenerrule',
    added: 'create securitygroupingressrule',
    removed: 'delete securitygroupingressrule',
  }),
);
