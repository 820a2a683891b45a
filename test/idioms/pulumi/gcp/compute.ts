import * as gcp from '@pulumi/gcp';
import type { Idiom } from '../idiom';
import { location, member, members, project } from './own';

/** Idioms of functions and services on Google Cloud. */
export const compute: readonly Idiom<'gcp'>[] = [
  {
    code: 'new gcp.storage.BucketIAMMember("own", { member: shop.functions.orders.serviceAccount.member, … })',
    does: ({ functions }) => {
      const bucket = new gcp.storage.Bucket('own', { location }).name;
      const { member } = functions['orders']!.serviceAccount;
      new gcp.storage.BucketIAMMember('own', { bucket, role: 'roles/storage.objectViewer', member });
    },
    differs: ['app'],
  },
  {
    code: 'new gcp.projects.IAMMember("own", { member: shop.functions.orders.serviceAccount.member, … })',
    does: ({ functions }) => {
      const { member } = functions['orders']!.serviceAccount;
      new gcp.projects.IAMMember('own', { project, role: 'roles/cloudtrace.agent', member });
    },
    differs: ['app'],
  },
  {
    code: 'new gcp.cloudrun.IamMember("own", { service: shop.functions.orders.function.name, … })',
    does: ({ functions }) => {
      const service = functions['orders']!.function.name;
      new gcp.cloudrun.IamMember('own', { location, service, role: 'roles/run.invoker', member });
    },
    differs: ['app'],
  },
  {
    code: 'new gcp.cloudrun.IamBinding("own", { service: shop.functions.worker.function.name, … })',
    does: ({ functions }) => {
      const service = functions['worker']!.function.name;
      new gcp.cloudrun.IamBinding('own', { location, service, role: 'roles/run.invoker', members });
    },
    differs: ['app'],
    breaks: 'removes all other members with roles/run.invoker there',
  },
  {
    code: 'new gcp.serviceaccount.IAMMember("own", { serviceAccountId: …serviceAccount.name, … })',
    does: ({ functions }) => {
      const serviceAccountId = functions['orders']!.serviceAccount.name;
      new gcp.serviceaccount.IAMMember('own', { serviceAccountId, role: 'roles/iam.serviceAccountUser', member });
    },
    differs: ['app'],
  },
  {
    code: 'new gcp.cloudscheduler.Job("own", { httpTarget: { uri: shop.functions.orders.url, … }, … })',
    does: ({ functions }) => {
      new gcp.cloudscheduler.Job('own', { schedule: '0 4 * * *', httpTarget: { uri: functions['orders']!.url } });
    },
    differs: ['app'],
    note: 'requires a member with `roles/run.invoker` too',
  },
  {
    code: 'new gcp.cloudrunv2.Service("own", { … envs: [{ name: "ORDERS", value: …database.name }] … })',
    does: ({ tables }) => {
      const envs = [{ name: 'ORDERS', value: tables['orders']!.database.name }];
      new gcp.cloudrunv2.Service('own', { location, template: { containers: [{ image: 'nginx', envs }] } });
    },
  },
];
