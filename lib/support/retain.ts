import type { Kind } from '../model/kind';
import { stays, type Rule } from './rule';

/** Elements that can be kept when the architecture is destroyed. */
interface Retainable {
  readonly retain: boolean;
}

/** The rule for a kind whose elements can be kept; `noun` is one of them, in words. */
export const retainRule = (kind: Kind, noun: string): Rule<Retainable> => ({
  path: `${kind}.retain`,
  value: 'true',
  on: ['gcp-cdktf'],
  is: 'approximated',
  becomes: {
    text: `\`prevent_destroy\`, with which \`terraform destroy\` fails until you run \`terraform state rm\` for the ${noun}`,
    value: stays,
  },
  reason: 'Terraform has no setting that leaves a resource in place when its stack is destroyed',
  applies: ({ element }) => element.retain,
});
