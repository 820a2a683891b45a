import type { Rule } from '../rule';

export const rule: Rule = {
  title: "A token's audience is the address of the service without a path.",
  sources: [
    'https://docs.cloud.google.com/run/docs/authenticating/service-to-service',
    'https://docs.cloud.google.com/run/docs/triggering/pubsub-push',
  ],
  of: ['google_pubsub_subscription', 'google_cloud_scheduler_job'],
  where: (one) => one.get('push_config.oidc_token') !== undefined || one.get('http_target.oidc_token') !== undefined,
  *check(one) {
    const [endpoint, audience] = ['push_config', 'http_target'].flatMap((path) =>
      one.get(path)
        ? [one.text(`${path}.push_endpoint`) || one.text(`${path}.uri`), one.text(`${path}.oidc_token.audience`)]
        : [],
    );
    if (!/^‹[^›]+›$/.test(audience!)) yield `has the audience ${audience!}`;
    if (!endpoint!.startsWith(audience!)) yield `calls ${endpoint!} for ${audience!}`;
  },
  counterCase: (view) => {
    view
      .one('google_cloud_scheduler_job', (one) => one.get('http_target.oidc_token') !== undefined)
      .set('http_target.oidc_token.audience', 'https://example.com');
  },
};
