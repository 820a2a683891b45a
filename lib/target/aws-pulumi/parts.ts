import type { Input } from '@pulumi/pulumi';
import type { PlanText } from '../../cloud/part';
import { PartTable } from '../part-table';
import { textOf } from '../pulumi-text';

/** What a plan points at, as Pulumi's inputs. */
export class Parts extends PartTable<Input<string>> {
  constructor(private readonly region: Input<string>) {
    super();
  }

  text(text: PlanText): Input<string> {
    return textOf(text, (piece) => ('place' in piece ? this.placed(piece.place) : this.token(piece)));
  }

  texts(texts: Readonly<Record<string, PlanText>>): Record<string, Input<string>> {
    return Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, this.text(text)]));
  }

  private placed(place: string): Input<string> {
    if (place === 'region') return this.region;
    throw new Error(`a plan for AWS asks for ${place}, which no program here knows`);
  }
}
