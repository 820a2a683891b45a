import { join } from 'node:path';
import { mapIn, mapsIn, namesIn, readDocument, textIn, type Json } from './document';
import { ArtefactError } from './error';

/** The stacks of an app, one of which has the architecture. */
export interface AppStacks {
  /** The stack with the architecture. */
  readonly own: string;
  /** The number of resources in each other stack, of which none is read. */
  readonly others: Readonly<Record<string, number>>;
}

/**
 * The type with which CDK counts how its constructs are used. `cdk` adds one to every stack by default.
 * @see https://docs.aws.amazon.com/cdk/v2/guide/usage-data.html
 */
export const usageType = 'AWS::CDK::Metadata';

/** A stage has an assembly of its own; CDK nests no deeper than an app's own stages. */
const deepest = 10;

/** Counts the resources in each other stack of a cloud assembly, and of the assemblies of stages in it. */
export const besideInAssembly = (place: string, own: string): AppStacks['others'] => {
  const { [own]: _, ...others } = inAssembly(place, '', 0);
  return Object.fromEntries(Object.entries(others).filter(([, count]) => count > 0));
};

function inAssembly(place: string, prefix: string, depth: number): Record<string, number> {
  const file = join(place, 'manifest.json');
  if (depth > deepest) throw new ArtefactError(file, `must be below at most ${deepest} other assemblies`);
  const counts = mapsIn(readDocument(file)['artifacts'], file, 'artifacts').flatMap(([id, artifact]) => {
    const said = mapIn(artifact['properties'], file, 'artifacts', id, 'properties');
    const text = (key: string) => textIn(said[key], file, 'artifacts', id, 'properties', key);
    switch (artifact['type']) {
      case 'aws:cloudformation:stack': {
        const template = join(place, text('templateFile'));
        const resources = mapsIn(readDocument(template)['Resources'], template, 'Resources');
        return [[prefix + id, resources.filter(([, { Type: type }]) => type !== usageType).length] as const];
      }
      case 'cdk:cloud-assembly':
        return Object.entries(inAssembly(join(place, text('directoryName')), `${prefix}${id}/`, depth + 1));
      default:
        return [];
    }
  });
  return Object.fromEntries(counts);
}

/** Counts the resources in each other stack of CDKTF's output. */
export function besideInOutput(place: string, own: string): AppStacks['others'] {
  const stacks = join(place, 'stacks');
  const files = namesIn(stacks)
    .filter((name) => name !== own && namesIn(join(stacks, name)).includes('cdk.tf.json'))
    .map((name) => ({ name, file: join(stacks, name, 'cdk.tf.json') }));
  return Object.fromEntries(files.map(({ name, file }) => [name, blocksIn(readDocument(file), file)]));
}

const blocksIn = (stack: Json, file: string): number =>
  ['resource', 'data']
    .flatMap((kind) => mapsIn(stack[kind], file, kind))
    .reduce((sum, [, blocks]) => sum + Object.keys(blocks).length, 0);
