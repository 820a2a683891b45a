import { CfnAlarm } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import type { AwsAlarmPlan } from '../../cloud/aws/alarm';
import { pascalCase } from '../../model/name';
import type { Parts } from './parts';

/** Watches the element in `scope`. */
export function renderAlarm(scope: Construct, plan: AwsAlarmPlan, parts: Parts): CfnAlarm {
  return new CfnAlarm(scope, `Alarm${pascalCase(plan.about)}`, {
    alarmDescription: plan.description,
    namespace: plan.namespace,
    metricName: plan.metric,
    dimensions: plan.dimensions.map(({ name, value }) => ({ name, value: parts.token(value) })),
    statistic: plan.statistic,
    period: plan.periodSeconds,
    evaluationPeriods: plan.periods,
    threshold: plan.threshold,
    comparisonOperator: plan.comparison,
    treatMissingData: plan.withoutData,
    alarmActions: [parts.token(plan.notify)],
    okActions: [parts.token(plan.notify)],
  });
}
