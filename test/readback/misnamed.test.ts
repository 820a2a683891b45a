import { misnamed } from '../../lib/readback/misnamed';
import type { Owner } from '../../lib/readback/owner';
import { Resource } from '../../lib/readback/resource';

const made = (type: string, owner: Owner, local: string, properties: object = {}) =>
  new Resource(`${owner}/${local}`, type, properties, owner, local);

const grant = (local: string, on: string) =>
  made('gcp:cloudrun/iamMember:IamMember', 'functions.f', local, { service: { at: on, attribute: 'name' } });
const service = (name: string) => made('gcp:cloudrunv2/service:Service', `services.${name}`, 'service');
const route = (local: string, routeKey: string) =>
  made('aws:apigatewayv2/route:Route', 'apis.a', local, { inputs: { routeKey } });
const job = (local: string, name: string) =>
  made('gcp:cloudscheduler/job:Job', 'functions.f', local, { inputs: { name } });
const enabled = (local: string, of: string) =>
  made('google_project_service', 'foundation', local, { service: `${of}.googleapis.com` });

const namesOf = (...resources: readonly Resource[]) => misnamed(resources).map(({ value }) => value);

describe('misnamed: the resources whose names are no part of their element', () => {
  it.each<[what: string, resources: readonly Resource[]]>([
    [
      'a grant on the element that it names',
      [service('a'), service('b'), grant('use-services-a', 'services.a/service')],
    ],
    ['a route with the hash of its key', [route('route-get-orders-id-ea614192', 'GET /orders/{id}')]],
    [
      'the route to everything',
      [route('route-any-proxy-89a42042', '$default'), route('route-any-8dbfaf7f', '$default')],
    ],
    ['a job of the window that it names', [job('scheduled-office-hours-end', 'shop-f-scheduled-office-hours-end-0')]],
    ['an API that it enables', [enabled('EnableRun', 'run')]],
    ['a resource of an app', [new Resource('x', 'gcp:storage/bucket:Bucket', {})]],
  ])('are none for %s', (_, resources) => expect(namesOf(...resources)).toEqual([]));

  it.each<[what: string, wrong: string, resources: readonly Resource[]]>([
    [
      'a grant on another element',
      'use-services-b',
      [service('a'), service('b'), grant('use-services-b', 'services.a/service')],
    ],
    ['a grant on no element', 'use-services-c', [service('a'), grant('use-services-c', 'x')]],
    [
      'a route with another hash',
      'route-get-orders-id-ea614193',
      [route('route-get-orders-id-ea614193', 'GET /orders/{id}')],
    ],
    ['a route to everything with another name', 'route-all-89a42042', [route('route-all-89a42042', '$default')]],
    [
      'a job of another window',
      'scheduled-lunch-end',
      [job('scheduled-lunch-end', 'shop-f-scheduled-office-hours-end-0')],
    ],
    ['another API than it enables', 'EnableIam', [enabled('EnableIam', 'run')]],
    [
      'a number with a zero before it',
      'schedule-01',
      [made('aws:scheduler/schedule:Schedule', 'functions.f', 'schedule-01')],
    ],
    ['a part of another kind of element', 'queue', [made('aws:sqs/queue:Queue', 'topics.t', 'queue')]],
    ['a part of another type', 'queue', [made('aws:sns/topic:Topic', 'queues.q', 'queue')]],
  ])('are those of %s', (_, wrong, resources) => expect(namesOf(...resources)).toEqual([wrong]));
});
