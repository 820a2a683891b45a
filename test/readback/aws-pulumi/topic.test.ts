import { onAws } from '../queues';
import { saysJust } from '../shop';
import { topic } from './queues';

describe('topic in a recording for AWS', () => {
  saysJust(topic, onAws.topic);
});
