import { z } from 'zod';
import { plainText } from './text';

/** Settings of the IAM roles on AWS, which many companies require of every role. */
export const roleSettingsSpec = z.strictObject({
  /**
   * ARN of a managed policy that limits the permissions of every role. It has to allow what the roles need. Default: none.
   * https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
   */
  permissionsBoundary: plainText
    .regex(
      /^arn:aws[a-z-]*:iam::(?:aws|\d{12}):policy\/(?:[!-~]+\/)*[\w+=,.@-]{1,128}$/,
      'must be the ARN of a managed policy, such as arn:aws:iam::123456789012:policy/boundary',
    )
    .optional(),
  /**
   * Path of every role, which begins and ends with `/`. A change replaces the roles. Default: `/`.
   * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
   */
  rolePath: plainText
    .max(512)
    .regex(/^\/(?:[!-.0-~]+\/)*$/, 'must begin and end with /, such as /apps/')
    .optional(),
});

export type RoleSettings = z.output<typeof roleSettingsSpec>;
