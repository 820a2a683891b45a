import { onGcp } from '../queues';
import { saysJust } from '../shop';
import { queue } from './queues';

describe("queue in Terraform's JSON", () => {
  saysJust(queue, onGcp.queue);
});
