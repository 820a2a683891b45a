import { onGcp } from '../queues';
import { saysJust } from '../shop';
import { topic } from './queues';

describe("topic in Terraform's JSON", () => {
  saysJust(topic, onGcp.topic);
});
