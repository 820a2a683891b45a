import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { variableOf } from '../../../lib/model/parameters';
import { bin, json, root, type Ran } from '../../projects/run';
import { casesOn, copyOf, ensureOverlay, type Case } from '../cases';
import { start, succeed, type Place, type Running } from '../command';
import { pathOf } from '../prepared';
import { layOut } from '../workspace';
import { GoogleServices } from '../google/in-terraform';
import { Cloud } from './cloud';

/** As much of what CDKTF writes as is looked at. */
export interface Stack {
  readonly resource: Readonly<Record<string, Readonly<Record<string, Resource>>>>;
}

export interface Resource {
  readonly '//': { readonly metadata: { readonly path: string } };
  readonly lifecycle?: { readonly prevent_destroy?: boolean };
}

/** As much of Terraform's state as is looked at. */
interface State {
  readonly resources: readonly {
    readonly mode: 'managed' | 'data';
    readonly type: string;
    readonly instances: readonly { readonly attributes: { readonly id: string } }[];
  }[];
}

/** Environment variables that are other than the clone's own, or missing. */
type Variables = Readonly<Record<string, string | undefined>>;

/** Another clone, in whose project of Google Cloud an environment is deployed. */
export interface Beside {
  readonly clone: Clone;
  readonly env: string;
}

/** A clone of the project in which a case is deployed, and its cloud. */
export class Clone {
  /** The copy of the architecture's file. */
  readonly file: string;
  readonly cloud: Cloud;
  /** What Google's services accept in it. */
  readonly services: GoogleServices;
  /** Where people run CDKTF's command line, and where states lie. */
  readonly project: string;
  /** Where CDKTF writes the stack, and people run Terraform. */
  readonly stackFolder: string;
  /** Where Terraform keeps the state. */
  readonly stateFile: string;
  /** What the commands are told by their environment. */
  readonly environment: Readonly<Record<string, string>>;
  private readonly folder = mkdtempSync(join(tmpdir(), 'terraform-'));

  constructor(
    one: Case,
    private readonly beside?: Beside,
  ) {
    const clone = join(this.folder, 'clone');
    layOut(clone);
    this.file = copyOf(one, join(this.folder, 'example'));
    this.cloud = beside?.clone.cloud ?? new Cloud(join(this.folder, 'cloud'));
    this.services = beside?.clone.services ?? new GoogleServices(this.cloud, join(this.folder, 'services'));
    if (beside) ensureOverlay(this.file, beside.env);
    const stack = beside ? `${one.name}-${beside.env}` : one.name;
    this.project = join(clone, 'cdktf');
    this.stackFolder = join(this.project, 'cdktf.out/stacks', stack);
    this.stateFile = join(this.project, `terraform.${stack}.tfstate`);
    const mirror = pathOf('google provider stand-in');
    const settings = join(this.folder, 'terraform.rc');
    // Nothing but the mirror: what isn't there is an error, and no reason to look elsewhere.
    writeFileSync(settings, `provider_installation {\n  filesystem_mirror {\n    path = "${mirror}"\n  }\n}\n`);
    this.environment = {
      TRIPTYCH_ARCHITECTURE: this.file,
      ...Object.fromEntries(Object.entries(one.parameters).map(([name, value]) => [variableOf(name), String(value)])),
      ...(beside && { TRIPTYCH_ENV: beside.env }),
      GOOGLE_PROJECT: 'shop-dev',
      GOOGLE_REGION: 'europe-west1',
      TF_CLI_CONFIG_FILE: settings,
      // CDKTF has the lock file completed, for which Terraform would ask its registry, whatever the settings say.
      TF_CLI_ARGS_providers_lock: `-fs-mirror=${mirror}`,
      ...this.cloud.environment,
      ...this.services.environment,
    };
  }

  /** Synthesizes with plain Node. Some variables may be others, or be missing. */
  synth(variables: Variables = {}): Promise<Ran> {
    return this.startSynth(variables).ended;
  }

  startSynth(variables: Variables = {}): Running {
    const loader = join(root, 'node_modules/tsx/dist/loader.mjs');
    return start([process.execPath, '--import', loader, 'main.ts'], this.atProject(variables));
  }

  /** The stack that was synthesized last. */
  stack(): Stack {
    return json<Stack>(this.stackFolder, 'cdk.tf.json');
  }

  /** What the state holds, as `Cloud.keys` has it. */
  managed(): readonly string[] {
    return json<State>(this.stateFile)
      .resources.filter(({ mode }) => mode === 'managed')
      .flatMap(({ type, instances }) => instances.map(({ attributes }) => `${type} ${attributes.id}`))
      .sort();
  }

  /** The addresses of the stack's resources that nothing may destroy. */
  retained(): readonly string[] {
    return Object.entries(this.stack().resource).flatMap(([type, all]) =>
      Object.entries(all).flatMap(([id, { lifecycle }]) => (lifecycle?.prevent_destroy ? [`${type}.${id}`] : [])),
    );
  }

  /** The addresses of the stack's resources of a type. */
  addressesOf(type: string): readonly string[] {
    return Object.keys(this.stack().resource[type] ?? {}).map((id) => `${type}.${id}`);
  }

  /** Runs Terraform on the stack to its end. */
  terraform(...args: readonly string[]): Promise<Ran> {
    return this.startTerraform(...args).ended;
  }

  /** Runs Terraform on the stack, which must end well. */
  async terraformSucceeds(...args: readonly string[]): Promise<Ran> {
    return succeed([pathOf('terraform'), ...args], this.atStack);
  }

  startTerraform(...args: readonly string[]): Running {
    return start([pathOf('terraform'), ...args], this.atStack);
  }

  private get atStack(): Place {
    return { cwd: this.stackFolder, env: { ...this.environment, TF_INPUT: '0', TF_CLI_ARGS: '-no-color' } };
  }

  /** Runs CDKTF's own command line, where people do. Some variables may be others, or be missing. */
  cdktf(args: readonly string[], variables: Variables = {}): Promise<Ran> {
    return this.startCdktf(args, variables).ended;
  }

  startCdktf(args: readonly string[], variables: Variables = {}): Running {
    return start([bin('cdktf'), ...args], this.atProject({ CI: 'true', ...variables }));
  }

  private atProject(variables: Variables): Place {
    const all = Object.entries({ ...this.environment, ...variables });
    const env = Object.fromEntries(all.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
    return { cwd: this.project, env };
  }

  /** Removes all of it. */
  remove(): void {
    if (!this.beside) this.services.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** An example that can be deployed wherever there is Node. */
export const named = (name: 'polyglot' | 'provisioned-node' | 'web'): Case =>
  casesOn('gcp-cdktf').ready.find(([one]) => one === name)![1];

/** What an engine said, without colours, the lines that it breaks texts into and the frames that it draws around them. */
export const asOneLine = (said: string): string => said.replace(/\x1b\[\d*m/g, '').replace(/[\s│╷╵]+/g, ' ');
