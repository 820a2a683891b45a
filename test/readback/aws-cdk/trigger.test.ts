import { said, saysJust } from '../shop';
import { listening } from '../triggers';
import { failed, listener } from './triggers';

describe('triggers in a CloudFormation template', () => saysJust(listener, listening));

describe('the queue of what they fail at in a CloudFormation template', () => {
  saysJust(failed, { ...said(failed).fact, senders: ['buckets.uploads', 'topics.events'] });
});
