const asked = (invoke: string, attribute: string) => ({ $ref: { invoke, path: [attribute] } });
const account = asked('getCallerIdentity', 'accountId');

/** What a program asks of AWS about the place that it deploys to. */
export const asks = ['getCallerIdentity', 'getPartition'].map((name) => ({
  id: name,
  token: `aws:index/${name}:${name}`,
  args: {},
}));

/** A policy that lets a service assume a role on behalf of resources of this account and region, and nobody else. */
export const trustPolicy = (service: string, of: string, resources: string) => ({
  $join: [
    `{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"${service}.amazonaws.com"},` +
      '"Action":"sts:AssumeRole","Condition":{"StringEquals":{"aws:SourceAccount":"',
    account,
    '"},"ArnLike":{"aws:SourceArn":"arn:',
    asked('getPartition', 'partition'),
    `:${of}:`,
    { $ref: { config: 'aws:region', path: [] } },
    ':',
    account,
    `:${resources}"}}}]}`,
  ],
});
