import { IamMember } from '@pulumi/gcp/cloudrun';
import { Account, IAMMember } from '@pulumi/gcp/serviceaccount';
import type { GcpTriggerPlan } from '../../cloud/gcp/trigger';
import type { Element } from '../pulumi-element';
import type { Parts } from './parts';
import { renderPush } from './push';
import { renderTimer } from './timer';
import type { Where } from './where';

/** Lets times, messages and events invoke an element. */
export function renderTrigger(
  parent: Element,
  { serviceAccount, invokes, signs, timers, pushes }: GcpTriggerPlan,
  parts: Parts,
  where: Where,
): void {
  // What an element's name is followed by begins with a type: `a-trigger` may be another element's name.
  const name = (type: string) => `${parent.prefix}-${type}-trigger`;
  const account = new Account(
    name('service-account'),
    { accountId: serviceAccount.id, displayName: serviceAccount.displayName },
    { parent, dependsOn: parts.needs(serviceAccount.needs) },
  );
  const invoker = new IamMember(
    name('invoker'),
    { location: where.region, service: parts.token(invokes.on), role: invokes.role, member: account.member },
    { parent },
  );
  const signer =
    signs &&
    new IAMMember(
      name('signer'),
      { serviceAccountId: account.name, role: signs.role, member: parts.text(signs.member) },
      { parent, dependsOn: parts.waited(signs.after) },
    );
  const permissions = signer ? [invoker, signer] : [invoker];
  for (const timer of timers) renderTimer(parent, timer, account, invoker, parts, where);
  for (const push of pushes) renderPush(parent, push, account, permissions, parts);
}
