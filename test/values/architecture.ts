import { defineArchitecture } from '../../lib/model/define';

/** An architecture of a team that has topics of its own, of which it passes on what only the engine has. */
export const shop = defineArchitecture({
  name: 'shop',
  foundation: { ingress: { insecure: true } },
  parameters: { ownTopic: { type: 'string' }, otherTopic: { type: 'string' } },
  functions: {
    orders: {
      runtime: 'nodejs22',
      code: 'examples/provisioned/node',
      handler: { aws: 'lambda.handler', gcp: 'counter' },
      environment: {
        OWN_TOPIC: '${parameters.ownTopic}',
        OTHER_TOPIC: '${parameters.otherTopic}',
        MIXED: 'a-${parameters.ownTopic}-${tables.orders.name}',
        TABLE: '${tables.orders.name}',
      },
      uses: { 'tables.orders': 'write' },
    },
  },
  services: {
    web: {
      image: { aws: 'nginx:1', gcp: 'europe-docker.pkg.dev/p/r/web:1' },
      environment: { OWN_TOPIC: 'at ${parameters.ownTopic}' },
    },
  },
  tables: { orders: { partitionKey: { name: 'id', type: 'string' } } },
  outputs: { topic: '${parameters.ownTopic}' },
});
