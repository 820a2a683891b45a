import { physicalName, type Naming } from '../name';
import { place, type Owner, type PlanText } from '../part';

/** The longest names on Google Cloud, in characters, less what is global. */
export const limits = {
  /** A function's is its Cloud Run service's: https://cloud.google.com/run/docs/reference/rest/v2/projects.locations.services/create */
  run: 49,
  /** https://cloud.google.com/iam/docs/service-accounts-create */
  serviceAccount: 30,
  repository: 63,
  /** https://cloud.google.com/iam/docs/reference/rest/v1/projects.roles/create */
  role: 64,
  /** https://cloud.google.com/scheduler/docs/reference/rest/v1/projects.locations.jobs */
  job: 500,
  database: 63,
  /** https://cloud.google.com/compute/docs/naming-resources */
  compute: 63,
  /** https://cloud.google.com/vpc/docs/configure-serverless-vpc-access */
  connector: 25,
  /** https://cloud.google.com/secret-manager/docs/reference/rest/v1/projects.secrets/create */
  secret: 255,
  /** A topic's and a subscription's: https://cloud.google.com/pubsub/docs/pubsub-basics#resource_names */
  pubsub: 255,
  /** A bucket's 63 characters, less 30 for the project and a hyphen. */
  beforeProject: 32,
} as const;

/** A name that is unique among all of the world's projects. */
export const globalName = (naming: Naming, of: Owner): PlanText => [
  `${physicalName(naming, of, limits.beforeProject)}-`,
  place('project'),
];
