/** Google APIs, which a new project has to enable: https://cloud.google.com/service-usage/docs/enabled-service */
export const services = {
  artifacts: 'artifactregistry.googleapis.com',
  build: 'cloudbuild.googleapis.com',
  compute: 'compute.googleapis.com',
  connectors: 'vpcaccess.googleapis.com',
  firestore: 'firestore.googleapis.com',
  functions: 'cloudfunctions.googleapis.com',
  iam: 'iam.googleapis.com',
  monitoring: 'monitoring.googleapis.com',
  parameters: 'parametermanager.googleapis.com',
  projects: 'cloudresourcemanager.googleapis.com',
  pubsub: 'pubsub.googleapis.com',
  run: 'run.googleapis.com',
  scheduler: 'cloudscheduler.googleapis.com',
  secrets: 'secretmanager.googleapis.com',
  storage: 'storage.googleapis.com',
  usage: 'serviceusage.googleapis.com',
} as const;

/** A Google API to enable, and the APIs that must be enabled before it. */
export interface GcpServicePlan {
  readonly name: string;
  readonly needs: readonly string[];
}

/**
 * The APIs with which the engines enable others: Service Usage enables an API, and Cloud Resource Manager answers what
 * Google's provider asks about the project after each one:
 * https://github.com/hashicorp/terraform-provider-google/issues/11435
 */
const first = [services.projects, services.usage];

/** Plans the APIs to enable, each once: first those that enable others, then the rest in order of their names. */
export function planServices(needed: readonly string[]): readonly GcpServicePlan[] {
  if (needed.length === 0) return [];
  const others = [...new Set(needed)].filter((name) => !first.some((one) => one === name)).sort();
  return [...first.map((name) => ({ name, needs: [] })), ...others.map((name) => ({ name, needs: first }))];
}
