import { Aws, Intrinsic, Token } from 'aws-cdk-lib';
import type { PlanText } from '../../cloud/part';
import { PartTable } from '../part-table';

const places = {
  region: Aws.REGION,
  account: Aws.ACCOUNT_ID,
  partition: Aws.PARTITION,
};

/** The parts of a plan, as CDK's tokens. */
export class Parts extends PartTable<string> {
  text(text: PlanText): string {
    return text
      .map((piece) => {
        if (typeof piece === 'string') return literal(piece);
        return 'place' in piece ? places[piece.place as keyof typeof places] : this.token(piece);
      })
      .join('');
  }

  texts(texts: Readonly<Record<string, PlanText>>): Record<string, string> {
    return Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, this.text(text)]));
  }
}

/**
 * CDK looks for its tokens in every text: one that only looks like a token is put together when it is deployed. CDK
 * itself puts together what is joined by nothing.
 */
export const literal = (text: string): string =>
  /[$#]\{Token\[/.test(text) ? Token.asString(new Intrinsic({ 'Fn::Join': ['{', text.split('{')] })) : text;
