import { Aws } from 'aws-cdk-lib';
import type { PlanText } from '../../cloud/part';
import { PartTable } from '../part-table';

const places = {
  region: Aws.REGION,
  account: Aws.ACCOUNT_ID,
  partition: Aws.PARTITION,
};

/** What a plan points at, as CDK's tokens. */
export class Parts extends PartTable<string> {
  text(text: PlanText): string {
    return text
      .map((piece) => {
        if (typeof piece === 'string') return piece;
        return 'place' in piece ? places[piece.place as keyof typeof places] : this.token(piece);
      })
      .join('');
  }

  texts(texts: Readonly<Record<string, PlanText>>): Record<string, string> {
    return Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, this.text(text)]));
  }
}
