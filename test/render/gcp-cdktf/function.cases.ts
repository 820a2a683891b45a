import type { Json } from '../../mutation/artefact';
import { resourcesOf, shown } from '../element';

const text = `
name: shop
functions:
  f:
    runtime: nodejs22
    code: code
    handler: index.handler
    environment: { TABLE: "\${tables.t.name}" }
    uses: { tables.t: read }
    coldStart: { provisioned: 2 }
tables: { t: { partitionKey: { name: id, type: string }, retain: false } }`;

describe('a function on gcp-cdktf', () => {
  let f: Record<string, Json>;
  beforeAll(async () => {
    f = await resourcesOf(text, 'gcp-cdktf', 'functions.f');
  });

  it('serves one request at a time, and keeps a minimum of instances', () => {
    expect(f['Function'].service_config).toMatchObject({ max_instance_request_concurrency: 1, min_instance_count: 2 });
  });

  it('renders these resources and no others', () =>
    expect(shown(f)).toMatchInlineSnapshot(`
     "Function:
       type: google_cloudfunctions2_function
       build_config:
         docker_repository: \${google_artifact_registry_repository.Architecture_foundation_Repository_BE6954F9.id}
         entry_point: index.handler
         runtime: nodejs22
         service_account: \${google_service_account.Architecture_foundation_BuildAccount_24735B22.name}
         source:
           storage_source:
             bucket: \${google_storage_bucket_object.Architecture_functions_f_SourceObject_E874332C.bucket}
             object: \${google_storage_bucket_object.Architecture_functions_f_SourceObject_E874332C.name}
       depends_on:
         - google_project_service.Architecture_foundation_EnableArtifactregistry_28B6302A
         - google_project_service.Architecture_foundation_EnableCloudbuild_C6C8723F
         - google_project_service.Architecture_foundation_EnableCloudfunctions_0BCD50D8
         - google_project_service.Architecture_foundation_EnableRun_BFABEADF
         - time_sleep.Architecture_foundation_BuildWait_252FE1BA
         - google_project_iam_member.Architecture_functions_f_UseTablesT_1C59E576
       location: \${var.region}
       name: shop-f-e3195ad6
       service_config:
         all_traffic_on_latest_revision: true
         available_memory: 256Mi
         environment_variables:
           TABLE: \${google_firestore_database.Architecture_tables_t_Database_356D884E.name}
         ingress_settings: ALLOW_INTERNAL_ONLY
         max_instance_count: 100
         max_instance_request_concurrency: 1
         min_instance_count: 2
         service_account_email: \${google_service_account.Architecture_functions_f_ServiceAccount_229C01D3.email}
         timeout_seconds: 60
     UseTablesT:
       type: google_project_iam_member
       condition:
         expression: resource.name == "projects/\${var.project}/databases/\${google_firestore_database.Architecture_tables_t_Database_356D884E.name}"
         title: t only
       depends_on:
         - google_project_service.Architecture_foundation_EnableCloudresourcemanager_43D64E86
       member: \${google_service_account.Architecture_functions_f_ServiceAccount_229C01D3.member}
       project: \${var.project}
       role: roles/datastore.viewer
     ServiceAccount:
       type: google_service_account
       account_id: shop-f-e3195ad6
       depends_on:
         - google_project_service.Architecture_foundation_EnableIam_DE95EF43
       display_name: shop functions.f
     SourceObject:
       type: google_storage_bucket_object
       bucket: \${google_storage_bucket.Architecture_foundation_SourceBucket_8716C51A.name}
       name: functions/f/<sha256>.zip
       source: assets/Architecture_functions_f_Source_FCD69AE8/<sha256>/<sha256>.zip
     "
    `));
});
