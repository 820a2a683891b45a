import { MetricAlarm } from '@pulumi/aws/cloudwatch';
import type { AwsAlarmPlan } from '../../cloud/aws/alarm';
import type { Element } from '../pulumi-element';
import type { Parts } from './parts';

/** Watches the element whose component is `parent`. */
export function renderAlarm(
  parent: Element,
  plan: AwsAlarmPlan,
  parts: Parts,
  tags: Record<string, string> | undefined,
): MetricAlarm {
  return new MetricAlarm(
    `${parent.prefix}-alarm-${plan.about}`,
    {
      alarmDescription: plan.description,
      namespace: plan.namespace,
      metricName: plan.metric,
      dimensions: Object.fromEntries(plan.dimensions.map(({ name, value }) => [name, parts.token(value)])),
      statistic: plan.statistic,
      period: plan.periodSeconds,
      evaluationPeriods: plan.periods,
      threshold: plan.threshold,
      comparisonOperator: plan.comparison,
      treatMissingData: plan.withoutData,
      alarmActions: [parts.token(plan.notify)],
      okActions: [parts.token(plan.notify)],
      tags,
    },
    { parent },
  );
}
