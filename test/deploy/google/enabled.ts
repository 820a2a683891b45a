import { ofType, textAt, type Refusal } from './resource';

/** The two APIs through which all others are enabled: https://github.com/hashicorp/terraform-provider-google/issues/6101 */
const first = ['cloudresourcemanager', 'serviceusage'] as const;

/** The APIs that resources need, by the beginning of their types. The first that matches counts. */
const needs: readonly (readonly [type: RegExp, apis: readonly string[]])[] = [
  [/^google_artifact_registry_/, ['artifactregistry']],
  [/^google_cloudfunctions2_/, ['artifactregistry', 'cloudbuild', 'cloudfunctions', 'run']],
  [/^google_cloud_run_/, ['run']],
  [/^google_cloud_scheduler_/, ['cloudscheduler']],
  [/^google_compute_/, ['compute']],
  [/^google_firestore_/, ['firestore']],
  [/^google_monitoring_/, ['monitoring']],
  [/^google_parameter_manager_/, ['parametermanager']],
  [/^google_project_iam_custom_role$/, ['iam']],
  [/^google_project_iam_member$/, ['cloudresourcemanager']],
  [/^google_project_service_identity$/, ['serviceusage']],
  [/^google_pubsub_/, ['pubsub']],
  [/^google_secret_manager_/, ['secretmanager']],
  [/^google_service_account/, ['iam']],
  [/^google_storage_/, ['storage']],
];

/** Refuses a resource of a service that isn't enabled. */
export const disabledService: Refusal = (asked, project) => {
  const enabled = ofType(project, 'google_project_service').map((one) => textAt(one, 'service'));
  const service = textAt(asked, 'service');
  const needed =
    asked.type === 'google_project_service'
      ? first.filter((api) => !first.some((one) => service.startsWith(`${one}.`)) && api !== service)
      : (needs.find(([type]) => type.test(asked.type))?.[1] ?? []);
  const missing = needed.find((api) => !enabled.includes(`${api}.googleapis.com`));
  return (
    missing &&
    `googleapi: Error 403: ${missing} API has not been used in project ${project.id} before or it is disabled., SERVICE_DISABLED`
  );
};
