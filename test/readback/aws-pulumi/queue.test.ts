import { onAws } from '../queues';
import { saysJust } from '../shop';
import { queue } from './queues';

describe('queue in a recording for AWS', () => {
  saysJust(queue, onAws.queue);
});
