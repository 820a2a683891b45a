import { Config, RunError } from '@pulumi/pulumi';
import { ArchitectureError } from '../lib/model/problem';
import { clouds, type Cloud } from '../lib/model/target';
import { ServerlessArchitecture } from '../lib/render/pulumi';

function outputs() {
  const config = new Config();
  const file = config.get('architecture') || process.env['TRIPTYCH_ARCHITECTURE'];
  const args = { cloud: config.get('cloud') as Cloud, architecture: file || 'examples/web/architecture.yaml' };
  if (!clouds.includes(args.cloud)) throw new RunError('cloud: must be aws or gcp (pulumi config set cloud aws)');
  try {
    return { ...new ServerlessArchitecture(ServerlessArchitecture.nameOf(args), args).outputs };
  } catch (error) {
    throw error instanceof ArchitectureError ? new RunError(error.message) : error;
  }
}

export = outputs();
