import { runtime, type ComponentResource } from '@pulumi/pulumi';
import { kinds } from '../../model/kind';
import { elementId } from '../../model/name';
import { ArchitectureError } from '../../model/problem';
import type { PreparedComponent } from '../pulumi-component';

/** An architecture of a program, as far as the names of its resources depend on it. */
interface Rendered {
  readonly component: string;
  readonly elements: readonly string[];
  /** The parts that two architectures have to share for their names to collide. */
  readonly place: readonly unknown[];
}

/** Exists at run time, but the SDK's types leave it out. */
const { getMonitor } = runtime as typeof runtime & { getMonitor(): object | undefined };

/** The architectures of each program that runs in this process: a program has one monitor. */
const programs = new WeakMap<object, Rendered[]>();

/**
 * Refuses an architecture whose resources would get the names of another one's in the same program. They have different
 * URNs, and so only the cloud would refuse them, in the middle of a deployment.
 * @throws ArchitectureError
 */
export function refuseSameNames(
  component: ComponentResource,
  componentName: string,
  { architecture, env, given }: PreparedComponent,
): void {
  const monitor = getMonitor();
  if (monitor === undefined) return;
  const others = programs.get(monitor) ?? [];
  const provider = component.getProvider('gcp:index:Any');
  const place = [architecture.name, env, provider, given.project, given.region];
  const elements = kinds.flatMap((kind) => Object.keys(architecture[kind]).map((name) => elementId(kind, name)));
  for (const other of others) {
    const both = elements.filter((element) => other.elements.includes(element));
    if (both.length === 0 || !place.every((one, index) => one === other.place[index])) continue;
    throw new ArchitectureError([
      {
        severity: 'error',
        path: 'name',
        message: `${architecture.name} is also the name of the architecture in ${other.component}, with the same environment and provider: ${both[0]!} would get the name of its ${both[0]!}`,
        hint: `give ${componentName} another env, another provider, or an architecture with another name`,
      },
    ]);
  }
  programs.set(monitor, [...others, { component: componentName, elements, place }]);
}
