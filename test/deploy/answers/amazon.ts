import type { Case } from '../cases';
import type { Cloud } from '../cdk/cloud';
import { cdkRig } from '../cdk/rig';
import type { Row } from '../requests';
import { ask, type Answer } from './ask';
import type { Served } from './served';

/** The names of the needs that a cloud which runs functions stands on. */
export const amazonNeeds = ['ministack', 'node22', 'aws-sdk'];

/** Deploys an example with CDK's own command line, into a cloud that runs its functions. */
export async function deploy(one: Case, cloud: Cloud): Promise<Served> {
  const deployment = await cdkRig(() => cloud).open(one);
  const end = () => deployment.end();
  try {
    const outputs = await deployment.deploy();
    return { ask: (output, row) => askAt(String(outputs[output]), row, cloud), end };
  } catch (error) {
    await end();
    throw error;
  }
}

function askAt(address: string, row: Row, { gateway }: Cloud): Promise<Answer> {
  const [, host, api] = /^https?:\/\/(([^./]+)[^/]+)/.exec(address)!;
  // Asked by its host, an API of the gateway's would lose slashes of the path.
  return host!.includes('.execute-api.')
    ? ask(`${gateway}/_aws/execute-api/${api}/$default`, row)
    : ask(gateway, row, host);
}
