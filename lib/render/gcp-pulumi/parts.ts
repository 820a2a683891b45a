import type { Input, Resource } from '@pulumi/pulumi';
import type { PlanText } from '../../cloud/part';
import type { GcpWait } from '../../cloud/gcp/wait';
import { isEngineValue } from '../../model/engine-value';
import type { ElementId } from '../../model/name';
import { PartTable } from '../part-table';
import { textOf } from '../pulumi-text';
import type { Where } from './where';

/** The parts of a plan, as Pulumi's inputs. */
export class Parts extends PartTable<Input<string>> {
  /** The build account's permissions, which the wait for the first build follows. */
  readonly buildRoles: Resource[] = [];
  /** The first versions of secrets, each with the secret that it fills. */
  private readonly versions = new Map<ElementId, Resource>();
  private readonly enabled = new Map<string, Resource>();
  private readonly waysOut: Resource[] = [];
  private readonly waits = new Map<GcpWait, Resource>();

  constructor(
    private readonly where: Where,
    held: Readonly<Record<string, unknown>>,
  ) {
    super(held);
  }

  /** Remembers that a service of Google's was switched on. */
  enable(service: string, resource: Resource): void {
    this.enabled.set(service, resource);
  }

  /** The enabled APIs that must exist before something that needs them. */
  needs(services: readonly string[]): Resource[] {
    return services.map((service) => this.enabled.get(service)!);
  }

  /** Remembers a wait of the foundation. */
  wait(name: GcpWait, resource: Resource): void {
    this.waits.set(name, resource);
  }

  /** The wait that something follows, if it follows one. */
  waited(name: GcpWait | undefined): Resource[] {
    return name === undefined ? [] : [this.waits.get(name)!];
  }

  /** Remembers the way of the network to the internet. */
  way(resource: Resource): void {
    this.waysOut.push(resource);
  }

  /** Resources that must exist before something in the network reaches the internet; `use` is its place there, if it is in it. */
  ways(use: object | undefined): Resource[] {
    return use === undefined ? [] : [...this.waysOut];
  }

  /** Remembers the version that fills a secret: without it, the secret has no value to read. */
  fill(secret: ElementId, version: Resource): void {
    this.versions.set(secret, version);
  }

  /** The resources that must exist before something reads the values of these secrets; each once. Existing secrets have values. */
  filled(secrets: readonly ElementId[]): Resource[] {
    return [...new Set(secrets)].flatMap((secret) => this.versions.get(secret) ?? []);
  }

  text(text: PlanText): Input<string> {
    return textOf(text, (piece) => {
      if (isEngineValue(piece)) return this.given(piece) as Input<string>;
      return 'place' in piece ? this.where[piece.place as keyof Where] : this.token(piece);
    });
  }

  texts(texts: Readonly<Record<string, PlanText>>): Record<string, Input<string>> {
    return Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, this.text(text)]));
  }
}
