import { said, saysJust } from '../shop';
import { listening } from '../triggers';
import { failed, listener } from './triggers';

describe('triggers in a recording of a Pulumi program', () => saysJust(listener, listening));

describe('the queue of what they fail at in a recording of a Pulumi program', () => {
  saysJust(failed, { ...said(failed).fact, senders: ['buckets.uploads', 'topics.events'] });
});
