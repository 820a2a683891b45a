import { onAws } from '../queues';
import { saysJust } from '../shop';
import { topic } from './queues';

describe('topic in a CloudFormation template', () => {
  saysJust(topic, onAws.topic);
});
