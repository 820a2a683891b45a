import { triggers } from '../gcp-triggers';
import { saysJust } from '../shop';
import { trigger } from './triggers';

describe('trigger in a recording of a Pulumi program', () => {
  saysJust(trigger, triggers);
});
