import type { Rule } from '../rule';

export const rule: Rule = {
  title: 'Lambda retries an event twice at most, and keeps it 1 minute to 6 hours; it is configured for an alias.',
  sources: ['https://docs.aws.amazon.com/lambda/latest/api/API_PutFunctionEventInvokeConfig.html'],
  of: ['AWS::Lambda::EventInvokeConfig'],
  *check(config) {
    const [retries, age] = [
      config.number('MaximumRetryAttempts') ?? 2,
      config.number('MaximumEventAgeInSeconds') ?? 21600,
    ];
    if (retries < 0 || retries > 2) yield `retries ${retries} times`;
    if (age < 60 || age > 21600) yield `keeps events for ${age} s`;
    if (!config.text('Qualifier') || config.text('Qualifier') === '$LATEST') yield 'is for no alias';
  },
  counterCase: (view) => {
    view.one('AWS::Lambda::EventInvokeConfig').set('MaximumEventAgeInSeconds', 21601);
  },
};
