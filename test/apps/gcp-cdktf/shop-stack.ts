import { GoogleProvider } from '@cdktf/provider-google/lib/provider';
import { ProjectIamMember } from '@cdktf/provider-google/lib/project-iam-member';
import { ProjectService } from '@cdktf/provider-google/lib/project-service';
import { ServiceAccount } from '@cdktf/provider-google/lib/service-account';
import { StorageBucket } from '@cdktf/provider-google/lib/storage-bucket';
import { StorageBucketIamMember } from '@cdktf/provider-google/lib/storage-bucket-iam-member';
import { TerraformOutput, TerraformStack, TerraformVariable } from 'cdktf';
import type { Construct } from 'constructs';
import { ServerlessArchitecture } from 'triptych-iac/gcp-cdktf';

/** A stack that was there before: a bucket and a service account. The shop was added to it. */
export class ShopStack extends TerraformStack {
  readonly shop: ServerlessArchitecture;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    const project = new TerraformVariable(this, 'project', { type: 'string' }).stringValue;
    const region = new TerraformVariable(this, 'region', { type: 'string', default: 'europe-west1' }).stringValue;
    new GoogleProvider(this, 'google', { project, region });
    const enable = (name: string, dependsOn: ProjectService[] = []) =>
      new ProjectService(this, `own-${name}`, {
        project,
        service: `${name}.googleapis.com`,
        disableOnDestroy: false,
        dependsOn,
      });
    const first = ['serviceusage', 'cloudresourcemanager'].map((name) => enable(name));
    const dependsOn = ['iam', 'storage'].map((name) => enable(name, first));
    const bucket = new StorageBucket(this, 'own-bucket', { name: `${project}-reports`, location: 'EU', dependsOn });
    const report = new ServiceAccount(this, 'own-report', { accountId: 'report', dependsOn });

    const props = { architecture: 'shop.yaml', project, region, parameters: { reports: bucket.name } };
    ServerlessArchitecture.addProviders(this, props);
    this.shop = new ServerlessArchitecture(this, 'Shop', props);

    // The shop's own identity on a resource of ours, and ours on a resource of the shop.
    new StorageBucketIamMember(this, 'own-orders', {
      bucket: bucket.name,
      role: 'roles/storage.objectCreator',
      member: this.shop.functions['order']!.serviceAccount.member,
    });
    new ProjectIamMember(this, 'own-report-reads', {
      project,
      role: 'roles/datastore.viewer',
      member: report.member,
      condition: {
        title: 'orders only',
        expression: `resource.name == "${this.shop.tables['orders']!.database.id}"`,
      },
    });
    new TerraformOutput(this, 'address', { value: this.shop.outputs['orderFunctionUrl']! });
  }
}
