import { dialect } from '../../lib/readback/aws-cdk/dialect';
import { readAlarms, type Watched } from '../../lib/readback/aws/alarm';
import type { Artefact } from '../../lib/readback/artefact';
import { to } from '../../lib/readback/resource';
import { cloudFormation } from './aws-pieces';
import { mutants, type Piece } from './pieces';

const topic: Piece = { address: 'Topic', type: 'AWS::SNS::Topic', owner: 'topics.t', properties: { Properties: {} } };

const alarm = (address: string, properties: object): Piece => ({
  address,
  type: 'AWS::CloudWatch::Alarm',
  owner: 'services.web',
  properties: {
    Properties: {
      AlarmActions: [{ Ref: 'Topic' }],
      ComparisonOperator: 'GreaterThanOrEqualToThreshold',
      OKActions: [{ Ref: 'Topic' }],
      Period: 300,
      TreatMissingData: 'notBreaching',
      ...properties,
    },
  },
});

const pieces: readonly Piece[] = [
  alarm('AlarmThrottles', {
    AlarmDescription: 'shop services.web is throttled',
    Dimensions: [{ Name: 'FunctionName', Value: { Ref: 'Topic' } }],
    EvaluationPeriods: 1,
    MetricName: 'Throttles',
    Namespace: 'AWS/Lambda',
    Statistic: 'Sum',
    Threshold: 10,
  }),
  alarm('AlarmUnhealthy', {
    AlarmDescription: 'shop services.web is unhealthy',
    Dimensions: [
      { Name: 'LoadBalancer', Value: { 'Fn::GetAtt': ['Topic', 'A'] } },
      { Name: 'TargetGroup', Value: { 'Fn::GetAtt': ['Topic', 'B'] } },
    ],
    EvaluationPeriods: 2,
    MetricName: 'UnHealthyHostCount',
    Namespace: 'AWS/ApplicationELB',
    Statistic: 'Maximum',
    Threshold: 1,
  }),
  topic,
];

const at = { address: 'Topic' };
const watched: Watched = { throttles: [to(at, 'Ref')], unhealthy: [to(at, 'A'), to(at, 'B')] };
const read = (artefact: Artefact) => readAlarms('services.web', watched, dialect, artefact);

const facts = [
  { means: 'throttles', from: 10, notify: 'topics.t' },
  { means: 'unhealthy', from: 2, notify: 'topics.t' },
];

test('alarm on AWS: reads the threshold, or the number of periods', () =>
  expect(read(cloudFormation(pieces))).toEqual(facts));

test.each(
  [...mutants(pieces)].filter(({ at: place }) => place.startsWith('Alarm')).map((one) => [one.at, one] as const),
)('alarm on AWS: a change is another fact, or unrecognized: %s', (place, mutant) => {
  const artefact = cloudFormation(mutant.pieces);
  const isRead = JSON.stringify(read(artefact)) === JSON.stringify(facts);
  const [address] = place.split(' ');
  const left = artefact.parts('services.web', dialect.types.alarm).filter((one) => one.address === address);
  expect(isRead && left.every((one) => one.unrecognized().length === 0)).toBe(false);
});
