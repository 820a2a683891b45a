import { GoogleProvider } from '@cdktf/provider-google/lib/provider';
import { App, GcsBackend, LocalBackend, TerraformStack, TerraformVariable } from 'cdktf';
import { ArchitectureError } from '../lib/model/problem';
import { ServerlessArchitecture } from '../lib/render/gcp-cdktf';

const app = new App();
const file: unknown = app.node.tryGetContext('architecture') || process.env['TRIPTYCH_ARCHITECTURE'];
const architecture = file ? String(file) : 'examples/web/architecture.yaml';

try {
  const name = ServerlessArchitecture.nameOf(app, { architecture });
  const stack = new TerraformStack(app, name);
  const bucket = process.env['TERRAFORM_STATE_BUCKET'];
  if (bucket) new GcsBackend(stack, { bucket, prefix: name });
  // In this folder, without a path of one machine; what lies beside the stack goes when another one is synthesized.
  else new LocalBackend(stack, { path: `../../../terraform.${name}.tfstate` });
  const variable = (id: string, from: string) => {
    const value = process.env[from] || undefined;
    // CDKTF's command line waits for ever where Terraform asks, and doesn't say for what.
    if (!value && !process.env[`TF_VAR_${id}`]) console.error(`${from} isn't set, so give --var ${id}=…`);
    return new TerraformVariable(stack, id, { type: 'string', nullable: false, default: value }).stringValue;
  };
  const project = variable('project', 'GOOGLE_PROJECT');
  const region = variable('region', 'GOOGLE_REGION');
  new GoogleProvider(stack, 'google', { project, region });
  const props = { architecture, project, region, exportOutputs: true };
  ServerlessArchitecture.addProviders(stack, props);
  new ServerlessArchitecture(stack, 'Architecture', props);
  app.synth();
} catch (error) {
  if (!(error instanceof ArchitectureError)) throw error;
  console.error(error.message);
  process.exit(1);
}
