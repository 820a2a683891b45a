import type { Kind } from '../model/kind';
import { stays, type Approximation } from './rule';

/** Elements that can be kept when the architecture is destroyed. */
interface Retainable {
  readonly retain: boolean;
}

/** The rule for a kind whose elements have a resource, the `noun`, that Terraform can't leave in place for `reason`. */
export const retainRule = (kind: Kind, noun: string, reason: string): Approximation<Retainable> => ({
  path: `${kind}.retain`,
  value: 'true',
  on: ['gcp-cdktf'],
  is: 'approximated',
  becomes: {
    text: `\`prevent_destroy\`, with which \`terraform destroy\` fails until you run \`terraform state rm\` for the ${noun}`,
    value: stays,
  },
  reason,
  applies: ({ element }) => element.retain,
});

/** The reason for a type of resource that Google's provider never leaves in place. */
export const noPolicy = (type: string): string =>
  `\`${type}\` has no \`deletion_policy\` in version 6.50 of Google's provider, which could leave it in place`;
