import { onAws } from '../queues';
import { saysJust } from '../shop';
import { queue } from './queues';

describe('queue in a CloudFormation template', () => {
  saysJust(queue, onAws.queue);
});
