import type { Input, Resource } from '@pulumi/pulumi';
import type { AwsRoleSettings } from '../../cloud/aws/role-settings';
import type { Place, PlanText } from '../../cloud/part';
import { isEngineValue } from '../../model/engine-value';
import type { ElementId } from '../../model/name';
import { PartTable } from '../part-table';
import { textOf } from '../pulumi-text';
import type { Where } from './where';

/** The parts of a plan, as Pulumi's inputs. */
export class Parts extends PartTable<Input<string>> {
  /** The first versions of secrets, each with the secret that it fills. */
  private readonly versions = new Map<ElementId, Resource>();

  constructor(
    private readonly where: Where,
    held: Readonly<Record<string, unknown>>,
    /** Settings of every role. */
    readonly roles: AwsRoleSettings,
  ) {
    super(held);
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
      return 'place' in piece ? this.placed(piece.place) : this.token(piece);
    });
  }

  texts(texts: Readonly<Record<string, PlanText>>): Record<string, Input<string>> {
    return Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, this.text(text)]));
  }

  private placed(place: Place['place']): Input<string> {
    if (place === 'project') throw new Error('a plan for AWS refers to a project, which AWS has not');
    return this.where[place]();
  }
}
