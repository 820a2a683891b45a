import { functionOf } from '../aws-shapes';
import type { Rule } from '../rule';

export const rule: Rule = {
  title: 'A reserved consumer is polled with a maximum concurrency, 2 to 1,000 and no more than is reserved, or 2.',
  sources: [
    'https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-scaling.html',
    'https://docs.aws.amazon.com/lambda/latest/api/API_ScalingConfig.html',
  ],
  of: ['AWS::Lambda::EventSourceMapping'],
  where: (mapping, view) =>
    functionOf(mapping, view, 'FunctionName')?.number('ReservedConcurrentExecutions') !== undefined,
  *check(mapping, view) {
    const reserved = functionOf(mapping, view, 'FunctionName')!.number('ReservedConcurrentExecutions')!;
    const most = mapping.number('ScalingConfig.MaximumConcurrency');
    if (most === undefined || most < 2 || most > 1000 || most > Math.max(2, reserved))
      yield `polls for ${most ?? 'any number'} of ${reserved}`;
  },
  counterCase: (view) => {
    for (const mapping of view.of('AWS::Lambda::EventSourceMapping'))
      mapping.set('ScalingConfig', { MaximumConcurrency: 1 });
  },
};
