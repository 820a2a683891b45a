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

describe('a function on gcp-pulumi', () => {
  let f: Record<string, Json>;
  beforeAll(async () => {
    f = await resourcesOf(text, 'gcp-pulumi', 'functions.f');
  });

  it('serves one request at a time, and keeps a minimum of instances', () => {
    expect(f['function'].inputs.serviceConfig).toMatchObject({ maxInstanceRequestConcurrency: 1, minInstanceCount: 2 });
  });

  it('renders these resources and no others', () =>
    expect(shown(f)).toMatchInlineSnapshot(`
     "function:
       type: gcp:cloudfunctionsv2/function:Function
       inputs:
         buildConfig:
           dockerRepository: <shop-foundation-repository.id>
           entryPoint: index.handler
           runtime: nodejs22
           serviceAccount: <shop-foundation-build-account.name>
           source:
             storageSource:
               bucket: <shop-f-source.bucket>
               object: <shop-f-source.name>
         location: <gcp:region>
         name: shop-f-e3195ad6
         serviceConfig:
           allTrafficOnLatestRevision: true
           availableMemory: 256Mi
           environmentVariables:
             TABLE: <shop-t-database.name>
           ingressSettings: ALLOW_INTERNAL_ONLY
           maxInstanceCount: 100
           maxInstanceRequestConcurrency: 1
           minInstanceCount: 2
           serviceAccountEmail: <shop-f-service-account.email>
           timeoutSeconds: 60
       options:
         dependsOn:
           - …::shop-foundation-enable-artifactregistry
           - …::shop-foundation-enable-cloudbuild
           - …::shop-foundation-enable-cloudfunctions
           - …::shop-foundation-enable-run
           - …::shop-foundation-build-wait
           - …::shop-f-use-tables-t
     use-tables-t:
       type: gcp:projects/iAMMember:IAMMember
       inputs:
         condition:
           expression:
             $join:
               - resource.name == "projects/
               - <gcp:project>
               - /databases/
               - <shop-t-database.name>
               - '"'
           title: t only
         member: <shop-f-service-account.member>
         project: <gcp:project>
         role: roles/datastore.viewer
       options:
         dependsOn:
           - …::shop-foundation-enable-cloudresourcemanager
     service-account:
       type: gcp:serviceaccount/account:Account
       inputs:
         accountId: shop-f-e3195ad6
         displayName: shop functions.f
       options:
         dependsOn:
           - …::shop-foundation-enable-iam
     source:
       type: gcp:storage/bucketObject:BucketObject
       inputs:
         bucket: <shop-foundation-source-bucket.name>
         name: functions/f/<sha256>.zip
         source:
           $archive:
             path: assets/<sha256>.zip
             sha256: <sha256>
     "
    `));
});
