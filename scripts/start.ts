import { warn } from '../lib/cli/open';
import { coloursFor } from '../lib/cli/terminal';
import { ArchitectureError } from '../lib/model/problem';
import type { ParameterValue } from '../lib/model/parameters';
import { propSource } from '../lib/settings/flags';
import { formatVerified } from '../lib/verify/format';
import { verifyFresh } from '../lib/verify/verify';

// Renders and verifies the reference systems, and one of them with warm workers as well.
const systems: readonly { file: string; parameters?: Readonly<Record<string, ParameterValue>> }[] = [
  { file: 'examples/web/architecture.yaml' },
  { file: 'examples/polyglot/architecture.yaml' },
  { file: 'examples/provisioned/architecture.yaml', parameters: { provisionedConcurrency: 5 } },
  { file: 'examples/provisioned/architecture.node.yaml' },
  { file: 'examples/shop/architecture.yaml' },
  { file: 'examples/shop/architecture.warming.yaml' },
  { file: 'examples/orders/architecture.yaml' },
];

async function start(): Promise<void> {
  let different = 0;
  for (const { file, parameters = {} } of systems) {
    const params = Object.entries(parameters).map(([name, value]) => `${name}=${value}`);
    console.log(`\n${file}${params.length > 0 ? ` --param ${params.join(' --param ')}` : ''}`);
    const request = { architecture: file, targets: [], parameters, source: propSource(parameters) };
    const verified = await verifyFresh(request, { withoutCode: true });
    warn(verified.resolved);
    for (const [target, functions] of Object.entries(verified.withoutCode)) {
      console.log(
        `${target}: empty archive for ${functions.join(', ')}, because the code isn't built (npm run build:examples)`,
      );
    }
    console.log(`\n${formatVerified(verified, coloursFor(process.stdout))}`);
    different += verified.compared.differences.length;
  }
  process.exitCode = different > 0 ? 1 : 0;
}

start().catch((error: unknown) => {
  console.error(error instanceof ArchitectureError ? error.message : error);
  process.exitCode = 1;
});
