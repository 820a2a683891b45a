import { triggers } from '../gcp-triggers';
import { saysJust } from '../shop';
import { trigger } from './triggers';

describe("triggers in Terraform's JSON", () => {
  saysJust(trigger, triggers);
});
