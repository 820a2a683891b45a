import { Resource } from '../../lib/readback/resource';
import { sideOf } from '../../lib/readback/side';

const sideOfPart = (name: string) => sideOf(new Resource('address', 'type', {}, 'functions.f', name));

describe('side: the part of an element that a resource belongs to', () => {
  test.each([
    ['Warmer/Function/Resource', 'warmer'],
    ['function-warmer', 'warmer'],
    ['permissions-warmer-schedule', 'warmer'],
    ['Trigger/Invoker', 'trigger'],
    ['invoker-trigger', 'trigger'],
    ['subscription-trigger-queue-jobs', 'trigger'],
    ['ScheduleRole/Resource', 'schedule role'],
    ['role-schedule', 'schedule role'],
    ['Function', 'element'],
    ['function', 'element'],
  ])('reads %s as of the %s', (name, side) => expect(sideOfPart(name)).toBe(side));

  test.each([
    ['use-tables-warmer', 'element'],
    ['use-tables-a-warmer', 'element'],
    ['event-source-a-warmer', 'element'],
    ['invoke-apis-a-schedule', 'element'],
    ['subscription-trigger-queue-a-warmer', 'trigger'],
    ['topic-trigger-bucket-warmer', 'trigger'],
  ])('reads %s as of the %s, whatever the other element is called', (name, side) =>
    expect(sideOfPart(name)).toBe(side),
  );
});
