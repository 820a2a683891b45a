import { onGcp } from '../queues';
import { saysJust } from '../shop';
import { queue } from './queues';

describe('queue in a recording for GCP', () => {
  saysJust(queue, onGcp.queue);
});
