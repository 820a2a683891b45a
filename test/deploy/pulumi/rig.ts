import { join } from 'node:path';
import type { Cloud } from '../../../lib/model/target';
import type { Ran } from '../../projects/run';
import { copyOf, type Case } from '../cases';
import type { Change, Deployment, Existing, Rig } from '../rig';
import { changesIn } from './changes';
import { PulumiProject } from './project';
import { isProtected } from './rules';
import { plain, type Wire } from './wire';

/** The components that stand for elements, by their types, and what the model calls their kind. */
const kinds: Readonly<Record<string, string>> = {
  Function: 'functions',
  Service: 'services',
  Api: 'apis',
  Queue: 'queues',
  Topic: 'topics',
  Bucket: 'buckets',
  Table: 'tables',
  Secret: 'secrets',
};

const numbersOf = ({ parameters }: Case): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, String(value)]));

/** The real `pulumi`, with the project in `pulumi/`, against providers of our own. */
const rigFor = (cloud: Cloud): Rig => ({
  target: `${cloud}-pulumi`,
  async open(one) {
    const project = await PulumiProject.open(cloud);
    const file = copyOf(one, join(project.folder, 'example'));
    await project.configure({ architecture: file, ...numbersOf(one) });
    return new PulumiDeployment(project, one, file);
  },
  async openBeside(dev, one, env) {
    const { project, file } = dev as PulumiDeployment;
    await project.addStack(env, { architecture: file, ...numbersOf(one) });
    return new PulumiDeployment(project, one, file, env);
  },
});

export const awsRig = rigFor('aws');
export const gcpRig = rigFor('gcp');

class PulumiDeployment implements Deployment {
  private readonly parents = new Map<string, string | undefined>();

  constructor(
    readonly project: PulumiProject,
    private readonly one: Case,
    readonly file: string,
    private readonly stack = 'dev',
  ) {}

  async deploy(): Promise<Readonly<Record<string, unknown>>> {
    // Previews are what `changes` asks for.
    await this.succeed('up', '--yes', '--skip-preview');
    const { out } = await this.succeed('stack', 'output', '--json');
    return JSON.parse(out) as Record<string, unknown>;
  }

  async changes(): Promise<readonly Change[]> {
    const { out } = await this.succeed('preview', '--refresh', '--json');
    const changes = changesIn(out);
    for (const { resource, parent } of changes) this.parents.set(resource, parent);
    return changes.map(({ parent: _, ...change }) => change);
  }

  elementOf(resource: string): string | undefined {
    const component = this.parents.get(resource);
    const [, type, name] = /triptych:\w+:(\w+)::(.*)$/.exec(component ?? '') ?? [];
    if (type === 'Foundation') return 'foundation';
    const kind = kinds[type ?? ''];
    return kind && `${kind}.${name!.slice(this.one.name.length + 1)}`;
  }

  async destroy(): Promise<void> {
    await this.succeed('destroy', '--yes');
  }

  existing(): Promise<readonly Existing[]> {
    const all = this.project.account.all();
    return Promise.resolve(
      all.map(({ type, id, inputs }) => ({ type, id, protected: isProtected(type, plain(inputs) as Wire) })),
    );
  }

  async state(): Promise<string> {
    return (await this.succeed('stack', 'export')).out;
  }

  private succeed(...args: readonly string[]): Promise<Ran> {
    return this.project.succeed(...args, '--stack', this.stack);
  }

  end(): Promise<void> {
    // A second stack is in the project of the first one.
    if (this.stack === 'dev') this.project.end();
    return Promise.resolve();
  }
}
