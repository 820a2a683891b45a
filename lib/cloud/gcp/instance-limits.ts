import type { ResolvedArchitecture } from '../../model/architecture';
import { basesIn } from '../../model/cold-start';
import type { Finding } from '../../model/problem';
import { boundsOf, functionBounds } from './approximation';

/**
 * The default maximum of instances. The region's quota of CPU and memory bounds it too, and differs from project to
 * project: https://docs.cloud.google.com/run/docs/configuring/max-instances-limits. Google may keep a maximum of 100 for
 * the service behind a function: https://github.com/hashicorp/terraform-provider-google/issues/26343.
 */
const quota = 100;

/** Warns of elements that may run more instances than a project can by default. Nothing is cut. */
export const instanceWarnings = ({ functions, services }: ResolvedArchitecture): Finding[] => [
  ...Object.entries(functions).flatMap(([name, { coldStart }]) =>
    warningFor(['functions', name, 'coldStart', basesIn(coldStart)[0] ?? 'scheduled'], functionBounds(coldStart).max),
  ),
  ...Object.entries(services).flatMap(([name, { coldStart }]) =>
    warningFor(
      ['services', name, 'coldStart', basesIn(coldStart)[0] ?? ''],
      boundsOf(coldStart)?.max ?? coldStart.provisioned ?? 0,
    ),
  ),
];

const warningFor = (path: Finding['path'], instances: number): Finding[] =>
  instances <= quota
    ? []
    : [
        {
          severity: 'warning',
          path,
          message: `needs ${instances} instances in a region; Cloud Run on gcp runs ${quota} by default, and the quota of the region's CPU and memory may be lower`,
          hint: 'check the quotas of Cloud Run in the region, and request higher ones from Google before you deploy',
        },
      ];
