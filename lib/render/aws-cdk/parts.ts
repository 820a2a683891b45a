import { Aws, Intrinsic, Token } from 'aws-cdk-lib';
import { isEngineValue } from '../../model/engine-value';
import type { AwsRoleSettings } from '../../cloud/aws/role-settings';
import type { PlanText } from '../../cloud/part';
import { PartTable } from '../part-table';

const places = {
  region: Aws.REGION,
  account: Aws.ACCOUNT_ID,
  partition: Aws.PARTITION,
};

/** The parts of a plan, as CDK's tokens. */
export class Parts extends PartTable<string> {
  /** @param roles settings of every role */
  constructor(
    held: Readonly<Record<string, unknown>>,
    readonly roles: AwsRoleSettings,
  ) {
    super(held);
  }

  text(text: PlanText): string {
    return text
      .map((piece) => {
        if (typeof piece === 'string') return literal(piece);
        if (isEngineValue(piece)) return Token.asString(this.given(piece));
        return 'place' in piece ? places[piece.place as keyof typeof places] : this.token(piece);
      })
      .join('');
  }

  texts(texts: Readonly<Record<string, PlanText>>): Record<string, string> {
    return Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, this.text(text)]));
  }
}

/** Numbers in which CDK hides tokens: `STRINGIFIED_NUMBER_PATTERN` in `core/lib/private/encoding` of aws-cdk-lib. */
const number = /-1\.\d{10,16}e\+289/;

/**
 * CDK looks for its tokens in every text: one that only looks like a token is put together when it is deployed. CDK
 * itself puts together what is joined by nothing.
 */
export function literal(text: string): string {
  if (!number.test(text) && !/[$#]\{Token\[/.test(text)) return text;
  const pieces = text.split('{').map((piece) => (number.test(piece) ? joinedBy('e+', piece.split('e+')) : piece));
  return Token.asString(new Intrinsic(pieces.length === 1 ? pieces[0] : joinedBy('{', pieces)));
}

const joinedBy = (delimiter: string, pieces: readonly unknown[]) => ({ 'Fn::Join': [delimiter, pieces] });
