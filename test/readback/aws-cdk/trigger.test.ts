import { said, saysJust } from '../shop';
import { listening } from '../triggers';
import { failed, listener } from './triggers';

describe('trigger in a CloudFormation template', () => saysJust(listener, listening));

describe('queue for dead letters of triggers in a CloudFormation template', () => {
  saysJust(failed, { ...said(failed).fact, senders: ['buckets.uploads', 'topics.events'] });
});
