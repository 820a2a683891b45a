import { join } from 'node:path';
import type { Cloud } from '../../../lib/model/target';
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

/** The real `pulumi`, with the project in `pulumi/`, against providers of our own. */
const rigFor = (cloud: Cloud): Rig => ({
  target: `${cloud}-pulumi`,
  async open(one) {
    const project = await PulumiProject.open(cloud);
    const file = copyOf(one, join(project.folder, 'example'));
    const parameters = Object.entries(one.parameters).map(([name, value]) => [name, String(value)]);
    await project.configure({ architecture: file, ...Object.fromEntries(parameters) });
    return new PulumiDeployment(project, one, file);
  },
});

export const awsRig = rigFor('aws');
export const gcpRig = rigFor('gcp');

class PulumiDeployment implements Deployment {
  private readonly parents = new Map<string, string | undefined>();

  constructor(
    private readonly project: PulumiProject,
    private readonly one: Case,
    readonly file: string,
  ) {}

  async deploy(): Promise<Readonly<Record<string, unknown>>> {
    // Previews are what `changes` asks for.
    await this.project.succeed('up', '--yes', '--skip-preview');
    const { out } = await this.project.succeed('stack', 'output', '--json');
    return JSON.parse(out) as Record<string, unknown>;
  }

  async changes(): Promise<readonly Change[]> {
    const { out } = await this.project.succeed('preview', '--refresh', '--json');
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
    await this.project.succeed('destroy', '--yes');
  }

  existing(): Promise<readonly Existing[]> {
    const all = this.project.account.all();
    return Promise.resolve(
      all.map(({ type, id, inputs }) => ({ type, id, protected: isProtected(type, plain(inputs) as Wire) })),
    );
  }

  end(): Promise<void> {
    this.project.end();
    return Promise.resolve();
  }
}
