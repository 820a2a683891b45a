import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Cloud } from '../../../lib/model/target';
import { environment, type Ran } from '../../projects/run';
import { start, type Running } from '../command';
import { pathOf } from '../prepared';
import { layOut } from '../workspace';
import { refusalOf } from '../amazon/refusals';
import { GoogleServices } from '../google/in-pulumi';
import { Account, type Resource } from './account';
import type { Served } from './grpc';
import { serveLanguageHost } from './language-host';
import { serveProvider } from './provider';

/** Environment variables. */
export type Variables = Readonly<Record<string, string>>;

/** What encrypts the secrets of the stacks here. */
export const passphrase = 'correct horse battery staple';

/** Settings that people make once for a machine. */
const settings: Readonly<Record<Cloud, Variables>> = {
  aws: { cloud: 'aws', 'aws:region': 'eu-west-1' },
  gcp: { cloud: 'gcp', 'gcp:project': 'shop-123', 'gcp:region': 'europe-west1' },
};

/** A copy of the project in `pulumi/`, a stack in it, and a cloud that it goes to. */
export class PulumiProject {
  /** The folder with all that the command line writes and reads. */
  readonly folder = mkdtempSync(join(tmpdir(), 'pulumi-'));
  /** The project's own folder. */
  readonly project = join(this.folder, 'clone/pulumi');
  readonly account = new Account();
  /** What Google's services accept in it, if it is a project of Google Cloud. */
  readonly services = new GoogleServices();
  private providers!: Readonly<Record<string, Served>>;

  private constructor(readonly cloud: Cloud) {
    const refusal: Readonly<Record<Cloud, Account['refusal']>> = {
      aws: (type, inputs, existing) => refusalOf({ type, inputs }, existing),
      gcp: (type, inputs, existing) => this.services.refusal(type, inputs, existing),
    };
    this.account.refusal = refusal[cloud];
    this.account.asked = (token) => this.services.asked(token);
  }

  /** A project with the stack `dev`, which knows where it goes, and whatever else is set; `lay` lays out another one. */
  static async open(
    cloud: Cloud,
    config: Variables = {},
    lay: (clone: string) => void = layOut,
  ): Promise<PulumiProject> {
    const opened = new PulumiProject(cloud);
    opened.providers = {
      [cloud]: await serveProvider(cloud, opened.account),
      // What waits on Google Cloud, for no time here.
      ...(cloud === 'gcp' && { time: await serveProvider(cloud, opened.account, 'time') }),
    };
    lay(join(opened.folder, 'clone'));
    mkdirSync(join(opened.folder, 'states'));
    await opened.succeed('stack', 'init', 'dev');
    await opened.configure({ ...settings[cloud], ...config });
    return opened;
  }

  async configure(config: Variables, stack = 'dev'): Promise<void> {
    const values = Object.entries(config).flatMap(([name, value]) => ['--plaintext', `${name}=${value}`]);
    await this.succeed('config', 'set-all', '--stack', stack, ...values);
  }

  /** Adds a stack that goes to the same place as the first one. */
  async addStack(stack: string, config: Variables): Promise<void> {
    await this.succeed('stack', 'init', stack);
    await this.configure({ ...settings[this.cloud], ...config }, stack);
    await this.succeed('stack', 'select', 'dev');
  }

  /** Starts a command, by default on the stack `dev`. */
  async start(args: readonly string[], env: Variables = {}): Promise<Running> {
    const own = {
      PULUMI_HOME: join(this.folder, 'home'),
      PULUMI_BACKEND_URL: `file://${join(this.folder, 'states')}`,
      PULUMI_CONFIG_PASSPHRASE: passphrase,
      PULUMI_SKIP_UPDATE_CHECK: 'true',
      PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: 'true',
      ...env,
    };
    const host = await serveLanguageHost(environment(own));
    const attached = {
      PULUMI_DEBUG_LANGUAGES: `nodejs:${host.port}`,
      PULUMI_DEBUG_PROVIDERS: Object.entries(this.providers)
        .map(([name, { port }]) => `${name}:${port}`)
        .join(),
    };
    const running = start([pathOf('pulumi'), ...args, '--non-interactive', '--color', 'never'], {
      cwd: this.project,
      env: { ...own, ...attached },
    });
    void running.ended.finally(host.stop).catch(() => undefined);
    return running;
  }

  /** Runs a command to its end. */
  async run(args: readonly string[], env?: Variables): Promise<Ran> {
    return (await this.start(args, env)).ended;
  }

  /** Runs a command that must end well, and returns what it said; else throws with its own words. */
  async succeed(...args: readonly string[]): Promise<Ran> {
    const ran = await this.run(args);
    if (ran.code !== 0) throw new Error(`pulumi ${args.join(' ')}: exit code ${ran.code}\n${ran.out}${ran.err}`);
    return ran;
  }

  /**
   * Makes the stack know something that is in the cloud already.
   *
   * @param name what the program calls it
   * @param parent the URN of the component that it is part of
   */
  async takeIn({ type, id }: Resource, name: string, parent: string): Promise<void> {
    const below = ['--parent', `parent=${parent}`, '--generate-code=false', '--protect=false'];
    await this.succeed('import', type, name, id, ...below, '--yes');
  }

  end(): void {
    for (const provider of Object.values(this.providers)) provider.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
