import { numberAt, type Refusal } from './resource';

/** The bounds of each type: paths of the minimum and of the maximum. */
const bounds: Readonly<Record<string, readonly (readonly [least: readonly string[], most: readonly string[]])[]>> = {
  google_cloudfunctions2_function: [
    [
      ['service_config', 'min_instance_count'],
      ['service_config', 'max_instance_count'],
    ],
  ],
  google_cloud_run_v2_service: [
    [
      ['template', 'scaling', 'min_instance_count'],
      ['template', 'scaling', 'max_instance_count'],
    ],
  ],
};

/** The maximum of a service that has none of its own: https://docs.cloud.google.com/run/docs/configuring/max-instances */
const usualMost = 100;

/** Refuses a minimum above the maximum. */
export const minimumAboveMaximum: Refusal = (asked) => {
  const wrong = (bounds[asked.type] ?? [])
    .map(([least, most]) => [numberAt(asked, ...least) ?? 0, numberAt(asked, ...most) || usualMost] as const)
    .find(([least, most]) => least > most);
  return (
    wrong &&
    `googleapi: Error 400: min_instance_count ${wrong[0]} must not be greater than max_instance_count ${wrong[1]}`
  );
};
