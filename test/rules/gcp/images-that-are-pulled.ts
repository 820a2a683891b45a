import type { Rule } from '../rule';

const registries =
  /^(?:docker\.io\/|[a-z0-9-]+\.pkg\.dev\/|(?:[a-z]+\.)?gcr\.io\/|[a-z0-9._-]+(?:\/[a-z0-9._-]+)?(?:[:@]|$))/;

export const rule: Rule = {
  title: 'Cloud Run pulls images from Artifact Registry and Docker Hub only.',
  sources: ['https://docs.cloud.google.com/run/docs/deploying#images'],
  of: ['google_cloud_run_v2_service'],
  *check(service) {
    for (const container of service.all('template.containers')) {
      const image = container.text('image');
      const host = image.split('/')[0]!;
      const isForeign = image.includes('/') && host.includes('.') && !registries.test(image);
      if (!image || isForeign) yield `pulls ${image}`;
    }
  },
  counterCase: (view) => {
    const [container] = view.one('google_cloud_run_v2_service').all('template.containers');
    container!.set('image', 'ghcr.io/owner/image:1');
  },
};
