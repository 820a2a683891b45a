// The counter of examples/provisioned/architecture.node.yaml, as somebody would write it for CDKTF.
const { createHash } = require('node:crypto');
const { readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');
const { App, AssetType, LocalBackend, TerraformAsset, TerraformOutput, TerraformStack } = require('cdktf');
const { CloudRunServiceIamMember } = require('@cdktf/provider-google/lib/cloud-run-service-iam-member');
const { Cloudfunctions2Function } = require('@cdktf/provider-google/lib/cloudfunctions2-function');
const { FirestoreDatabase } = require('@cdktf/provider-google/lib/firestore-database');
const { ProjectIamMember } = require('@cdktf/provider-google/lib/project-iam-member');
const { ProjectService } = require('@cdktf/provider-google/lib/project-service');
const { GoogleProvider } = require('@cdktf/provider-google/lib/provider');
const { ServiceAccount } = require('@cdktf/provider-google/lib/service-account');
const { StorageBucket } = require('@cdktf/provider-google/lib/storage-bucket');
const { StorageBucketObject } = require('@cdktf/provider-google/lib/storage-bucket-object');

const [code, outdir] = process.argv.slice(2);
const [project, region] = ['our-project', 'europe-west1'];
const app = new App({ outdir });
const stack = new TerraformStack(app, 'counter');
new LocalBackend(stack, { path: 'terraform.counter.tfstate' });
new GoogleProvider(stack, 'google', { project, region });
for (const service of ['artifactregistry', 'cloudbuild', 'cloudfunctions', 'firestore', 'iam', 'run', 'storage']) {
  new ProjectService(stack, service, { service: `${service}.googleapis.com`, disableOnDestroy: false });
}
const hash = createHash('sha256');
for (const file of readdirSync(code).sort()) hash.update(readFileSync(join(code, file)));
const bucket = new StorageBucket(stack, 'bucket', { name: `counter-${project}`, location: region });
const asset = new TerraformAsset(stack, 'source', { path: code, type: AssetType.ARCHIVE });
const object = new StorageBucketObject(stack, 'object', {
  name: `${hash.digest('hex')}.zip`,
  bucket: bucket.name,
  source: asset.path,
});
const database = new FirestoreDatabase(stack, 'database', {
  name: 'counter',
  locationId: region,
  type: 'FIRESTORE_NATIVE',
});
const account = new ServiceAccount(stack, 'account', { accountId: 'counter-function' });
new ProjectIamMember(stack, 'uses', { project, role: 'roles/datastore.user', member: account.member });
const counter = new Cloudfunctions2Function(stack, 'function', {
  name: 'counter',
  location: region,
  buildConfig: {
    runtime: 'nodejs22',
    entryPoint: 'counter',
    source: { storageSource: { bucket: bucket.name, object: object.name } },
  },
  serviceConfig: {
    availableMemory: '256Mi',
    timeoutSeconds: 300,
    environmentVariables: { COUNTER_TABLE: database.name },
    serviceAccountEmail: account.email,
  },
});
const open = { location: region, service: counter.name, role: 'roles/run.invoker', member: 'allUsers' };
new CloudRunServiceIamMember(stack, 'invoker', open);
new TerraformOutput(stack, 'endpoint', { value: counter.url });
app.synth();
