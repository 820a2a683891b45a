import { callersOf, elementTypes, isOpen } from '../gcp-shapes';
import type { Rule } from '../rule';
import type { Resource } from '../view';

/** Whether a call is an event: a warm-up tells a service nothing, and it may be public beside it. */
const isEvent = (caller: Resource, { type }: Resource): boolean =>
  type === 'google_cloudfunctions2_function' || !caller.text('http_target.uri').endsWith('/warm');

export const rule: Rule = {
  title: 'What events call is not open to everybody, or anybody could forge an event.',
  sources: [
    'https://docs.cloud.google.com/run/docs/authenticating/public',
    'https://docs.cloud.google.com/pubsub/docs/authenticate-push-subscriptions',
  ],
  of: elementTypes,
  where: (element, view) => callersOf(element, view).some((one) => isEvent(one, element)),
  *check(element, view) {
    if (isOpen(element, view)) yield 'is called by events and open to everybody';
  },
  counterCase: (view) => {
    const element = view.of(...elementTypes).find((one) => callersOf(one, view).some((each) => isEvent(each, one)))!;
    view.add('google_cloud_run_service_iam_member', {
      member: 'allUsers',
      role: 'roles/run.invoker',
      service: `‹${element.id}|name›`,
    });
  },
};
