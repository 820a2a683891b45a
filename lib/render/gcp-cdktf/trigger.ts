import { CloudRunServiceIamMember } from '@cdktf/provider-google/lib/cloud-run-service-iam-member';
import { ServiceAccount } from '@cdktf/provider-google/lib/service-account';
import { ServiceAccountIamMember } from '@cdktf/provider-google/lib/service-account-iam-member';
import { Construct } from 'constructs';
import type { GcpTriggerPlan } from '../../cloud/gcp/trigger';
import type { Parts } from './parts';
import { renderPush } from './push';
import { renderTimer } from './timer';
import type { Where } from './where';

/** Lets times, messages and events invoke an element. */
export function renderTrigger(
  element: Construct,
  { serviceAccount, invokes, signs, timers, pushes }: GcpTriggerPlan,
  parts: Parts,
  where: Where,
): void {
  const scope = new Construct(element, 'Trigger');
  const account = new ServiceAccount(scope, 'ServiceAccount', {
    accountId: serviceAccount.id,
    displayName: serviceAccount.displayName,
    dependsOn: parts.needs(serviceAccount.needs),
  });
  const invoker = new CloudRunServiceIamMember(scope, 'Invoker', {
    location: where.region,
    service: parts.token(invokes.on),
    role: invokes.role,
    member: account.member,
  });
  const signer =
    signs &&
    new ServiceAccountIamMember(scope, 'Signer', {
      serviceAccountId: account.name,
      role: signs.role,
      member: parts.text(signs.member),
      dependsOn: parts.waited(signs.after),
    });
  const permissions = signer ? [invoker, signer] : [invoker];
  for (const timer of timers) renderTimer(scope, timer, account, invoker, parts, where);
  for (const push of pushes) renderPush(scope, push, account, permissions, parts);
}
