import { dialect } from '../../lib/readback/gcp-cdktf/dialect';
import { readAlarms, type Watched } from '../../lib/readback/gcp/alarm';
import type { Artefact } from '../../lib/readback/artefact';
import { to } from '../../lib/readback/resource';
import { mutants, terraform, type Piece } from './pieces';

const api = 'google_project_service.Monitoring';
const others: readonly Piece[] = [
  {
    address: api,
    type: 'google_project_service',
    owner: 'foundation',
    properties: { service: 'monitoring.googleapis.com' },
  },
  {
    address: 'google_monitoring_notification_channel.Channel',
    type: 'google_monitoring_notification_channel',
    owner: 'topics.t',
    properties: {},
  },
];

const name = '${google_cloud_run_v2_service.web.name}';

const policy = (id: string, display_name: string, condition: object, strategy: object = {}): Piece => ({
  address: `google_monitoring_alert_policy.${id}`,
  type: 'google_monitoring_alert_policy',
  owner: 'services.web',
  properties: {
    alert_strategy: { auto_close: '1800s', ...strategy },
    combiner: 'OR',
    conditions: [{ display_name, ...condition }],
    depends_on: [api],
    display_name,
    notification_channels: ['${google_monitoring_notification_channel.Channel.name}'],
  },
});

const pieces: readonly Piece[] = [
  policy(
    'AlarmThrottles',
    'shop services.web is throttled',
    {
      condition_matched_log: {
        filter: `log_id("run.googleapis.com/requests") AND resource.type = "cloud_run_revision" AND resource.labels.service_name = "${name}" AND httpRequest.status = 429`,
      },
    },
    { notification_rate_limit: { period: '300s' } },
  ),
  policy('AlarmUnhealthy', 'shop services.web is unhealthy', {
    condition_threshold: {
      aggregations: [
        { alignment_period: '300s', cross_series_reducer: 'REDUCE_SUM', per_series_aligner: 'ALIGN_DELTA' },
      ],
      comparison: 'COMPARISON_GT',
      duration: '600s',
      filter: `resource.type = "cloud_run_revision" AND resource.labels.service_name = "${name}" AND metric.type = "run.googleapis.com/request_count" AND metric.labels.response_code_class = "5xx"`,
      threshold_value: 0,
    },
  }),
  ...others,
];

const service = to({ address: 'google_cloud_run_v2_service.web' }, 'name');
const watched: Watched = { throttles: service, unhealthy: service };
const read = (artefact: Artefact) => readAlarms('services.web', watched, dialect, artefact);

const facts = [
  { means: 'throttles', from: 1, notify: 'topics.t' },
  { means: 'unhealthy', from: 3, notify: 'topics.t' },
];

test('alarm on Google Cloud: reads a log entry as one, and a duration as periods', () =>
  expect(read(terraform(pieces))).toEqual(facts));

const changes = [...mutants(pieces)].filter(({ at }) => at.includes('.Alarm'));
test.each(changes.map((one) => [one.at, one] as const))(
  'alarm on Google Cloud: a change is another fact, or unrecognized: %s',
  (place, mutant) => {
    const artefact = terraform(mutant.pieces);
    const isRead = JSON.stringify(read(artefact)) === JSON.stringify(facts);
    const [address] = place.split(' ');
    const left = artefact.parts('services.web', dialect.types.alarm).filter((one) => one.address === address);
    expect(isRead && left.every((one) => one.unrecognized().length === 0)).toBe(false);
  },
);
