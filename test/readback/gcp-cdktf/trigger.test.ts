import { triggers } from '../gcp-triggers';
import { saysJust } from '../shop';
import { trigger } from './triggers';

describe("trigger in Terraform's JSON", () => {
  saysJust(trigger, triggers);
});
