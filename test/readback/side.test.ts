import type { Owner } from '../../lib/readback/owner';
import { Resource } from '../../lib/readback/resource';
import { sideOf } from '../../lib/readback/side';

const sideOfPart = (type: string, name: string, owner: Owner = 'functions.f') =>
  sideOf(new Resource('address', type, {}, owner, name));

const function_ = 'aws:lambda/function:Function';
const invoker = 'google_cloud_run_service_iam_member';
const member = 'gcp:cloudrun/iamMember:IamMember';

describe('side: the part of an element that a resource belongs to', () => {
  test.each([
    ['AWS::Lambda::Function', 'Warmer/Function/Resource', 'warmer'],
    [function_, 'function-warmer', 'warmer'],
    ['aws:iam/rolePolicy:RolePolicy', 'permissions-warmer-schedule', 'warmer'],
    [invoker, 'Trigger/Invoker', 'trigger'],
    [member, 'invoker-trigger', 'trigger'],
    ['gcp:pubsub/subscription:Subscription', 'subscription-trigger-queue-jobs', 'trigger'],
    ['AWS::IAM::Role', 'ScheduleRole/Resource', 'schedule role'],
    ['aws:iam/role:Role', 'role-schedule', 'schedule role'],
    [member, 'use-functions-a', 'use'],
    ['AWS::Lambda::Function', 'Function/Resource', 'element'],
    [function_, 'function', 'element'],
  ])('reads the %s %s as of the %s', (type, name, side) => expect(sideOfPart(type, name)).toBe(side));

  test.each<[type: string, name: string, owner: Owner, side: string]>([
    ['gcp:projects/iAMMember:IAMMember', 'use-tables-warmer', 'functions.f', 'use'],
    ['aws:lambda/eventSourceMapping:EventSourceMapping', 'event-source-a-warmer', 'functions.f', 'element'],
    ['aws:lambda/permission:Permission', 'invoke-apis-a-schedule', 'functions.f', 'element'],
    ['gcp:pubsub/subscription:Subscription', 'subscription-trigger-queue-a-warmer', 'functions.f', 'trigger'],
    ['gcp:pubsub/topic:Topic', 'topic-trigger-bucket-warmer', 'functions.f', 'trigger'],
    ['gcp:pubsub/topic:Topic', 'dead-letters', 'queues.q', 'dead letters'],
    ['gcp:pubsub/topic:Topic', 'topic', 'queues.dead-letters', 'element'],
  ])('reads the %s %s of an element, whatever is called so: %s has it in its %s', (type, name, owner, side) =>
    expect(sideOfPart(type, name, owner)).toBe(side),
  );

  test.each<[why: string, type: string, name: string, owner: Owner]>([
    ['of another type', 'aws:lambda/alias:Alias', 'function-warmer', 'functions.f'],
    ['of another kind of element', function_, 'function-warmer', 'queues.q'],
    ['with a name that only ends so', function_, 'a-function-warmer', 'functions.f'],
    ['with a name that only begins so', function_, 'function-warmer-a', 'functions.f'],
  ])('takes a resource %s for one of the element itself', (_, type, name, owner) =>
    expect(sideOfPart(type, name, owner)).toBe('element'),
  );
});
