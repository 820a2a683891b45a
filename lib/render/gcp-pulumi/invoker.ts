import { IamMember } from '@pulumi/gcp/cloudrun';
import type { GcpInvoker } from '../../cloud/gcp/invoker';
import type { Element } from '../pulumi-element';
import type { Parts } from './parts';
import type { Where } from './where';

/** Allows a caller to invoke the function whose component is `parent`, on its Cloud Run service of the same name. */
export function renderInvoker(parent: Element, plan: GcpInvoker, parts: Parts, { region }: Where): IamMember {
  return new IamMember(
    `${parent.prefix}-invoke-anyone`,
    {
      location: region,
      service: parts.token({ of: plan.function, part: 'function', attribute: 'name' }),
      role: plan.role,
      member: plan.member,
    },
    { parent },
  );
}
