import { onGcp } from '../queues';
import { saysJust } from '../shop';
import { topic } from './queues';

describe('topic in a recording for GCP', () => {
  saysJust(topic, onGcp.topic);
});
