import type { Input, Resource } from '@pulumi/pulumi';
import type { PlanText } from '../../cloud/part';
import { PartTable } from '../part-table';
import { textOf } from '../pulumi-text';
import type { Where } from './where';

/** What a plan points at, as Pulumi's inputs. */
export class Parts extends PartTable<Input<string>> {
  /** What the build account may do, which has to be there before anything is built. */
  readonly buildRoles: Resource[] = [];
  private readonly enabled = new Map<string, Resource>();

  constructor(private readonly where: Where) {
    super();
  }

  /** Remembers that a service of Google's was switched on. */
  enable(service: string, resource: Resource): void {
    this.enabled.set(service, resource);
  }

  /** What has to be there before something that needs these services of Google's. */
  needs(services: readonly string[]): Resource[] {
    return services.map((service) => this.enabled.get(service)!);
  }

  text(text: PlanText): Input<string> {
    return textOf(text, (piece) => ('place' in piece ? this.where[piece.place as keyof Where] : this.token(piece)));
  }

  texts(texts: Readonly<Record<string, PlanText>>): Record<string, Input<string>> {
    return Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, this.text(text)]));
  }
}
