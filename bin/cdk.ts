import { App, Stack } from 'aws-cdk-lib';
import { ArchitectureError } from '../lib/model/problem';
import { ServerlessArchitecture } from '../lib/render/aws-cdk';

// Stack traces hold paths of one machine, and would be part of the assembly.
const app = new App({
  context: { 'aws:cdk:disable-creation-stack-traces': true, 'aws:cdk:disable-stack-trace': true },
});
const file: unknown = app.node.tryGetContext('architecture') || process.env['TRIPTYCH_ARCHITECTURE'];
const architecture = file ? String(file) : 'examples/web/architecture.yaml';
const { CDK_DEFAULT_ACCOUNT: account, CDK_DEFAULT_REGION: region } = process.env;

try {
  const name = ServerlessArchitecture.nameOf(app, { architecture });
  const stack = new Stack(app, name, account && region ? { env: { account, region } } : {});
  new ServerlessArchitecture(stack, 'Architecture', { architecture, exportOutputs: true });
} catch (error) {
  if (!(error instanceof ArchitectureError)) throw error;
  console.error(error.message);
  process.exit(1);
}
