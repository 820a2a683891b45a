import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bin, json, type Ran } from '../../projects/run';
import { copyOf, ensureOverlay, type Case } from '../cases';
import { start, type Running } from '../command';
import type { Change, Deployment, Existing, Rig } from '../rig';
import { layOut } from '../workspace';
import type { Cloud } from './cloud';
import { changesIn } from './diff';
import { inventoryOf } from './inventory';

/** CDK's own command line, in a clone of the project, and a cloud that may hold other deployments too. */
export const cdkRig = (cloud: () => Cloud): Rig => ({
  target: 'aws-cdk',
  open: (one) => CdkDeployment.open(one, cloud()),
  openBeside: (_, one, env) => CdkDeployment.open(one, cloud(), env),
});

/** A case under CDK. */
export class CdkDeployment implements Deployment {
  readonly file: string;
  /** What is given for the architecture's parameters, in the context; may be changed. */
  parameters: Readonly<Record<string, unknown>>;
  private readonly folder = mkdtempSync(join(tmpdir(), 'triptych-cdk-'));
  private readonly project = join(this.folder, 'project');
  /** The folder into which CDK renders what it will deploy. */
  readonly assembly = join(this.project, 'cdk.out');

  private constructor(
    one: Case,
    private readonly cloud: Cloud,
    private readonly others: readonly Existing[],
    private readonly stack: string,
    env: string | undefined,
  ) {
    layOut(this.project);
    this.file = copyOf(one, join(this.folder, 'example'));
    this.parameters = { ...one.parameters, ...(env !== undefined && { env }) };
    if (env !== undefined) ensureOverlay(this.file, env);
  }

  static async open(one: Case, cloud: Cloud, env?: string): Promise<CdkDeployment> {
    const stack = env === undefined ? one.name : `${one.name}-${env}`;
    return new CdkDeployment(one, cloud, await inventoryOf(cloud), stack, env);
  }

  /** Starts a command of CDK's command line, as people do. */
  start(command: string, ...args: readonly string[]): Running {
    const context = Object.entries({ architecture: this.file, ...this.parameters });
    const given = context.flatMap(([name, value]) => ['-c', `${name}=${String(value)}`]);
    return start([bin('cdk'), command, ...given, ...args], { cwd: this.project, env: this.cloud.env });
  }

  /** Runs a command to its end. */
  run(command: string, ...args: readonly string[]): Promise<Ran> {
    return this.start(command, ...args).ended;
  }

  async deploy(): Promise<Readonly<Record<string, unknown>>> {
    const file = join(this.folder, 'outputs.json');
    expectSuccess(await this.run('deploy', '--require-approval', 'never', '--outputs-file', file));
    const [outputs] = Object.values(json<Readonly<Record<string, Readonly<Record<string, unknown>>>>>(file));
    return outputs ?? {};
  }

  async changes(): Promise<readonly Change[]> {
    const ran = await this.run('diff');
    expectSuccess(ran);
    return changesIn(ran.out + ran.err);
  }

  elementOf(resource: string): string | undefined {
    const [, kind, element] = resource.split('/');
    return kind === 'foundation' ? kind : element && `${kind}.${element}`;
  }

  async destroy(): Promise<void> {
    expectSuccess(await this.run('destroy', '--force'));
  }

  async existing(): Promise<readonly Existing[]> {
    const others = new Set(this.others.map(({ type, id }) => `${type} ${id}`));
    return (await inventoryOf(this.cloud)).filter(({ type, id }) => !others.has(`${type} ${id}`));
  }

  async state(): Promise<string> {
    const request = { StackName: this.stack };
    const answers = ['DescribeStackResources', 'GetTemplate'].map((command) =>
      this.cloud.send<object>('cloudformation', command, request),
    );
    return JSON.stringify(await Promise.all(answers), (key, value: unknown) =>
      key === '$metadata' ? undefined : value,
    );
  }

  /** Removes what it wrote. What is deployed ends with the cloud. */
  end(): Promise<void> {
    rmSync(this.folder, { recursive: true, force: true });
    return Promise.resolve();
  }
}

function expectSuccess({ code, out, err }: Ran): void {
  if (code !== 0) throw new Error(`exit code ${code}\n${out}${err}`);
}
