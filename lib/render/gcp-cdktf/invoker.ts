import { CloudRunServiceIamMember } from '@cdktf/provider-google/lib/cloud-run-service-iam-member';
import type { Construct } from 'constructs';
import type { GcpInvoker } from '../../cloud/gcp/invoker';
import type { Parts } from './parts';
import type { Where } from './where';

/** Allows a caller to invoke the function in `scope`, on its Cloud Run service, which has the function's name. */
export function renderInvoker(
  scope: Construct,
  plan: GcpInvoker,
  parts: Parts,
  { region }: Where,
): CloudRunServiceIamMember {
  return new CloudRunServiceIamMember(scope, 'InvokeAnyone', {
    location: region,
    service: parts.token({ of: plan.function, part: 'function', attribute: 'name' }),
    role: plan.role,
    member: plan.member,
  });
}
