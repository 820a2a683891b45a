import { readFileSync } from 'node:fs';
import type { Case } from '../cases';
import type { Change, Deployment, Rig } from '../rig';
import { asOneLine, Clone, type Beside } from './clone';

/** Terraform on what CDKTF synthesized, and a stand-in for Google's provider. */
export const rig: Rig = {
  target: 'gcp-cdktf',
  open: (one) => Promise.resolve(new TerraformDeployment(one)),
  openBeside: (dev, one, env) =>
    Promise.resolve(new TerraformDeployment(one, { clone: (dev as TerraformDeployment).clone, env })),
};

/** What Terraform says about a plan, as much as is looked at. */
interface Plan {
  readonly resource_changes?: readonly {
    readonly address: string;
    readonly mode: 'managed' | 'data';
    readonly type: string;
    readonly change: {
      readonly actions: readonly ('no-op' | 'create' | 'read' | 'update' | 'delete')[];
      readonly before: Readonly<Record<string, unknown>> | null;
      readonly after: Readonly<Record<string, unknown>> | null;
      readonly after_unknown: Readonly<Record<string, unknown>>;
    };
  }[];
}

type ResourceChange = NonNullable<Plan['resource_changes']>[number]['change'];

class TerraformDeployment implements Deployment {
  readonly file: string;
  readonly clone: Clone;
  /** The architecture that was synthesized last. */
  private prepared: string | undefined;

  constructor(one: Case, beside?: Beside) {
    this.clone = new Clone(one, beside);
    this.file = this.clone.file;
  }

  async deploy(): Promise<Readonly<Record<string, unknown>>> {
    await this.prepare();
    await this.clone.terraformSucceeds('apply', '-auto-approve');
    const { out } = await this.clone.terraformSucceeds('output', '-json');
    const outputs = JSON.parse(out) as Readonly<Record<string, { readonly value: unknown }>>;
    return Object.fromEntries(Object.entries(outputs).map(([name, { value }]) => [name, value]));
  }

  async changes(): Promise<readonly Change[]> {
    if (readFileSync(this.file, 'utf8') !== this.prepared) await this.prepare();
    const { code, out, err } = await this.clone.terraform('plan', '-detailed-exitcode', '-out=plan');
    if (code !== 0 && code !== 2) throw new Error(`terraform plan: exit code ${code}\n${out}${err}`);
    const plan = JSON.parse((await this.clone.terraformSucceeds('show', '-json', 'plan')).out) as Plan;
    const changes = (plan.resource_changes ?? []).flatMap(({ mode, address, type, change }) => {
      const action = actionOf(change);
      if (mode !== 'managed' || action === undefined) return [];
      return [{ action, resource: address, type, properties: action === 'update' ? changedIn(change) : [] }];
    });
    // Terraform also counts outputs, and what is read from the cloud.
    if (code === 2 && changes.length === 0) throw new Error(`no resource changes, and something else does:\n${out}`);
    return changes;
  }

  elementOf(address: string): string | undefined {
    const [type, id] = address.split('.') as [string, string];
    const { path } = this.clone.stack().resource[type]?.[id]?.['//'].metadata ?? {};
    const [, , kind, element] = path?.split('/') ?? [];
    return kind === 'foundation' ? kind : kind && `${kind}.${element}`;
  }

  async destroy(): Promise<void> {
    const { code, out, err } = await this.clone.terraform('destroy', '-auto-approve');
    const said = asOneLine(err);
    const retained = this.clone.retained();
    if (retained.length === 0) {
      if (code !== 0) throw new Error(`terraform destroy: exit code ${code}\n${out}${err}`);
    } else {
      // One resource that stays makes Terraform refuse all of it, so what stays is taken out of the state first.
      if (
        code === 0 ||
        !retained.every((address) => said.includes(`Resource ${address} has lifecycle.prevent_destroy`))
      )
        throw new Error(`terraform destroy wasn't refused for the sake of ${retained.join(', ')}:\n${out}${err}`);
      await this.clone.terraformSucceeds('state', 'rm', ...retained);
      await this.clone.terraformSucceeds('destroy', '-auto-approve');
    }
    const { out: left } = await this.clone.terraformSucceeds('state', 'list');
    if (left !== '') throw new Error(`still in the state:\n${left}`);
  }

  existing() {
    return Promise.resolve(this.clone.cloud.existing());
  }

  state(): Promise<string> {
    return Promise.resolve(readFileSync(this.clone.stateFile, 'utf8'));
  }

  end(): Promise<void> {
    this.clone.remove();
    return Promise.resolve();
  }

  private async prepare(): Promise<void> {
    const { code, out, err } = await this.clone.synth();
    if (code !== 0) throw new Error(`main.ts: exit code ${code}\n${out}${err}`);
    await this.clone.terraformSucceeds('init');
    await this.clone.terraformSucceeds('validate');
    this.prepared = readFileSync(this.file, 'utf8');
  }
}

function actionOf({ actions }: ResourceChange): Change['action'] | undefined {
  if (actions.length === 2) return 'replace';
  const [action] = actions;
  return action === 'create' || action === 'update' || action === 'delete' ? action : undefined;
}

function changedIn({ before, after, after_unknown: unknown }: ResourceChange): readonly string[] {
  const isSame = (name: string) => JSON.stringify(before?.[name]) === JSON.stringify(after?.[name]);
  return [...new Set([...Object.keys(after ?? {}), ...Object.keys(unknown)])].filter((name) => !isSame(name));
}
