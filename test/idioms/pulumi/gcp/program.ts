import * as gcp from '@pulumi/gcp';
import { ServerlessArchitecture } from '../../../../lib/render/pulumi';
import type { Idiom } from '../idiom';
import { members } from './own';

/** Idioms of a whole program on Google Cloud. */
export const program: readonly Idiom<'gcp'>[] = [
  {
    code: 'new gcp.projects.IAMBinding("own", { role: "roles/logging.logWriter", members, … })',
    does: () => {
      const project = gcp.config.project!;
      new gcp.projects.IAMBinding('own', { project, role: 'roles/logging.logWriter', members });
    },
    differs: ['app'],
    breaks: 'removes all other members with roles/logging.logWriter from the project, also of foundation',
    note: 'also if it refers to nothing of the architecture',
  },
  {
    code: 'new gcp.projects.IAMPolicy("own", { policyData, … })',
    does: () => {
      new gcp.projects.IAMPolicy('own', { project: gcp.config.project!, policyData: '{}' });
    },
    differs: ['app'],
    breaks: 'removes all other members of every role from the project',
  },
  {
    code: 'new gcp.projects.Service("own", { service: "run.googleapis.com", … })',
    does: () => {
      const project = gcp.config.project!;
      new gcp.projects.Service('own', { project, service: 'run.googleapis.com', disableOnDestroy: false });
    },
    note: 'an API that the architecture enables too: set `disableOnDestroy: false`',
  },
  {
    code: 'export const database = shop.tables.orders.database.name',
    does: ({ tables }) => ({ database: tables['orders']!.database.name }),
  },
  { code: 'export const outputs = shop.outputs', does: ({ outputs }) => ({ outputs }) },
  {
    code: 'new ServerlessArchitecture("stock", { architecture: "stock.yaml" })',
    does: () => {
      new ServerlessArchitecture('stock', { cloud: 'gcp', architecture: { name: 'stock', queues: { jobs: {} } } });
    },
    note: 'a second architecture in the program',
  },
  {
    code: 'new ServerlessArchitecture("shop-two", { architecture: "shop.yaml" })',
    does: (_, architecture) => {
      new ServerlessArchitecture('shop-two', { cloud: 'gcp', architecture });
    },
    error: 'shop is also the name of the architecture in shop, with the same environment and provider',
    note: 'the same architecture twice has the same names; pass another `env`',
  },
];
