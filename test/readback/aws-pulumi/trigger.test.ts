import { said, saysJust } from '../shop';
import { listening } from '../triggers';
import { failed, listener } from './triggers';

describe('trigger in a recording of a Pulumi program', () => saysJust(listener, listening));

describe('queue for dead letters of triggers in a recording of a Pulumi program', () => {
  saysJust(failed, { ...said(failed).fact, senders: ['buckets.uploads', 'topics.events'] });
});
