import { missingAccount } from './agent';
import { reservedBucketName } from './bucket-name';
import { buildTooEarly, buildWithoutRole } from './build';
import { disabledService } from './enabled';
import { minimumAboveMaximum } from './instances';
import { forgeableEvents, restrictedMember } from './public';
import { unreachableAddress } from './push';
import type { GoogleProject, GoogleResource, Refusal } from './resource';

/** Everything that Google's services refuse here, and no schema says. */
export const refusals = {
  buildTooEarly,
  buildWithoutRole,
  disabledService,
  forgeableEvents,
  minimumAboveMaximum,
  missingAccount,
  reservedBucketName,
  restrictedMember,
  unreachableAddress,
} satisfies Readonly<Record<string, Refusal>>;

/** The first message with which a resource is refused; undefined if it is accepted. */
export const refusalOf = (asked: GoogleResource, project: GoogleProject): string | undefined =>
  Object.values<Refusal>(refusals)
    .map((refuse) => refuse(asked, project))
    .find((message) => message !== undefined);
