import { concat, type Input, type Output } from '@pulumi/pulumi';
import type { PlanText } from '../cloud/part';

/** A plan's text as Pulumi's value: a plain string where nothing in it has to be waited for. */
export function textOf(
  text: PlanText,
  token: (piece: Exclude<PlanText[number], string>) => Input<string>,
): Input<string> {
  if (text.every((piece) => typeof piece === 'string')) return text.join('');
  const inputs = text.map((piece) => (typeof piece === 'string' ? piece : token(piece)));
  return inputs.length === 1 ? inputs[0]! : (concat(...inputs) as Output<string>);
}
