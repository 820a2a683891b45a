import type { Rule } from '../rule';

export const rule: Rule = {
  title: 'A connector has a name of 25 characters at most, a range of /28, and two to ten instances, fewer at first.',
  sources: [
    'https://cloud.google.com/vpc/docs/configure-serverless-vpc-access',
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/vpc_access_connector',
  ],
  of: ['google_vpc_access_connector'],
  on: ['gcp-cdktf'],
  *check(connector) {
    if (!/^[a-z][a-z0-9-]{0,23}[a-z0-9]$/.test(connector.text('name'))) yield 'has no valid name';
    if (!connector.text('ip_cidr_range').endsWith('/28')) yield 'has a range of another size';
    const [min, max] = [connector.number('min_instances') ?? 0, connector.number('max_instances') ?? 0];
    if (min < 2 || max <= min || max > 10) yield 'has no valid number of instances';
  },
  counterCase: (view) => view.one('google_vpc_access_connector').set('ip_cidr_range', '10.0.0.0/27'),
  counterOf: 'own network',
};
