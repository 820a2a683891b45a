import * as gcp from '@pulumi/gcp';
import { interpolate } from '@pulumi/pulumi';
import { ServerlessArchitecture } from 'triptych-iac/pulumi-gcp';

// What was there before: a bucket of reports, and a service account that reads the shop's orders, with a provider of its own.
const project = gcp.config.project!;
const provider = new gcp.Provider('own', { project, region: gcp.config.region! });
const enable = (name: string, dependsOn: gcp.projects.Service[] = []) =>
  new gcp.projects.Service(
    `own-${name}`,
    { project, service: `${name}.googleapis.com`, disableOnDestroy: false },
    { dependsOn },
  );
const first = ['serviceusage', 'cloudresourcemanager'].map((name) => enable(name));
const dependsOn = ['iam', 'storage'].map((name) => enable(name, first));
const reports = new gcp.storage.Bucket('own-reports', { location: 'EU' }, { dependsOn });
const reader = new gcp.serviceaccount.Account('own-report', { accountId: 'report' }, { dependsOn });

const shop = new ServerlessArchitecture(
  'shop',
  { architecture: 'shop.yaml', parameters: { reports: reports.name } },
  { provider },
);

new gcp.storage.BucketIAMMember('own-orders', {
  bucket: reports.name,
  role: 'roles/storage.objectCreator',
  member: shop.functions['order']!.serviceAccount.member,
});

new gcp.projects.IAMMember('own-report-reads', {
  project,
  role: 'roles/datastore.viewer',
  member: reader.member,
  condition: {
    title: 'orders only',
    expression: interpolate`resource.name == "${shop.tables['orders']!.database.id}"`,
  },
});

export const address = shop.outputs['orderFunctionUrl'];
export const bucket = reports.name;
