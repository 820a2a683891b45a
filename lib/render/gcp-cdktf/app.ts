import { Annotations } from 'cdktf';
import type { Construct } from 'constructs';
import type { GcpPlan } from '../../cloud/gcp/architecture';
import { secondFields, uncertainVersions, unkeptData, type Doubt } from './app-data';
import { removedMembers } from './app-iam';
import { changedLifecycles, lifecyclesOf } from './app-lifecycle';
import { disabledServices } from './app-service';
import { register, sameNames } from './app-twice';
import { AppView } from './app-view';
import type { Where } from './where';

/**
 * Reports at the end of a synthesis what an app added or changed, where it would stop an element from working. Terraform
 * deploys most of it without a message.
 */
export function checkApp(scope: Construct, plan: GcpPlan, { project }: Where): void {
  const lifecycles = lifecyclesOf(scope);
  register(scope, project);
  const said = new Set<string>();
  scope.node.addValidation({
    validate: () => {
      const view = new AppView(scope);
      const doubts = [
        ...unkeptData(view, plan),
        ...changedLifecycles(view, lifecycles),
        ...uncertainVersions(view),
        ...disabledServices(view),
      ];
      // Validations run at each synthesis, and annotations stay.
      for (const doubt of doubts.filter((one) => !said.has(textOf(one)))) {
        said.add(textOf(doubt));
        Annotations.of(doubt.at.construct).addWarning(textOf(doubt));
      }
      return [...removedMembers(view), ...secondFields(view), ...sameNames(view, { scope, project })];
    },
  });
}

const textOf = ({ at, message }: Doubt): string => `${at.owner}: ${message}`;
