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
} as const;
