import { mostIn, mostWorkersEver, mostWorkersOf, type ColdStart } from '../model/cold-start';
import { on, stays, type Occurrence, type Restated, type Rule } from './rule';

/** An element that can start cold. */
export interface Warmable {
  readonly coldStart: ColdStart;
}

/** An answer about an element that can start cold. */
export type Of<Answer> = (occurrence: Occurrence<Warmable>) => Answer;

const isScheduled: Of<boolean> = ({ element: { coldStart } }) => coldStart.scheduled !== undefined;

/** Tells whether a window raises the maximum of the base. */
const isRaised: Of<boolean> = ({ element: { coldStart } }) =>
  coldStart.scheduled !== undefined && mostWorkersEver(coldStart) !== mostWorkersOf(coldStart);

/** Cold-start strategies, some of which are stated differently. */
export const restated = (coldStart: ColdStart, stated: Restated<ColdStart>): Restated<Warmable> => ({
  coldStart: { ...coldStart, ...stated },
});

/** The base, with another maximum. */
function withMax({ dynamic, utilization }: ColdStart, max: number | undefined): Restated<ColdStart> {
  return {
    ...(dynamic && { dynamic: { ...dynamic, max } }),
    ...(utilization && { utilization: { ...utilization, max } }),
  };
}

/** The rules for windows on AWS. */
const awsWindowRules = (kind: 'functions' | 'services'): readonly Rule<Warmable>[] => [
  {
    path: `${kind}.coldStart.scheduled`,
    on: on('aws'),
    is: 'approximated',
    becomes: {
      text: 'scheduled actions; a window that is deployed or edited while it is open takes effect at its next start',
      value: stays,
    },
    reason: 'Application Auto Scaling changes bounds only when a window starts or ends',
    applies: isScheduled,
  },
  {
    path: `${kind}.coldStart.scheduled`,
    value: 'with changes to `dynamic` or `utilization`',
    on: ['aws-pulumi'],
    is: 'approximated',
    becomes: {
      text: 'bounds that follow changes to `dynamic` or `utilization` only when the next window ends',
      value: stays,
    },
    reason: 'a deployment leaves the current bounds unchanged',
    applies: isScheduled,
  },
];

/** The rules for windows on Google Cloud, after the one that says what a window is there. */
const gcpWindowRules = (kind: 'functions' | 'services'): readonly Rule<Warmable>[] => [
  {
    path: `${kind}.coldStart.scheduled`,
    value: 'with max',
    on: on('gcp'),
    is: 'approximated',
    becomes: {
      text: 'the highest max of all windows, at any time',
      value: ({ element: { coldStart } }) => restated(coldStart, withMax(coldStart, mostWorkersEver(coldStart))),
    },
    reason: 'the jobs change only the minimum',
    applies: isRaised,
  },
  {
    path: `${kind}.coldStart.scheduled`,
    value: 'deployed within a window',
    on: ['gcp-pulumi'],
    is: 'approximated',
    becomes: {
      text: "the minimum in Pulumi's state until the next window starts; `pulumi up --refresh` avoids this",
      value: stays,
    },
    reason: 'Pulumi updates the whole element, with the minimum from its state',
    applies: isScheduled,
  },
];

/** The rules for windows of functions. */
export const functionWindowRules: readonly Rule<Warmable>[] = [
  ...awsWindowRules('functions'),
  {
    path: 'functions.coldStart.scheduled',
    value: 'on a base with max',
    on: on('aws'),
    is: 'approximated',
    becomes: {
      text: 'the highest max of all windows, at any time',
      value: ({ element: { coldStart } }) => {
        const { dynamic, scheduled = [] } = coldStart;
        if (!dynamic) return {};
        return restated(coldStart, {
          dynamic: { ...dynamic, max: mostWorkersEver(coldStart) },
          // Without a max of its own, a window has the base's, as that is written.
          scheduled: scheduled.map((window) => ({ ...window, max: mostIn(window, coldStart) })),
        });
      },
    },
    reason: "Lambda's reserved concurrency is a single number",
    applies: isRaised,
  },
  {
    path: 'functions.coldStart.scheduled',
    on: on('gcp'),
    is: 'approximated',
    becomes: {
      text:
        'jobs that set the minimum when a window starts or ends; each change creates a revision, and may build an ' +
        'image, which takes minutes and storage; a window that is deployed while it is open takes effect at its next ' +
        'start; changes to `dynamic` or `utilization` take effect when the next window ends',
      value: stays,
    },
    reason: "Cloud Functions has no scheduled scaling, and deployments keep a job's minimum",
    applies: isScheduled,
  },
  ...gcpWindowRules('functions'),
];

/** The rules for windows of services. */
export const serviceWindowRules: readonly Rule<Warmable>[] = [
  ...awsWindowRules('services'),
  {
    path: 'services.coldStart.scheduled',
    on: on('gcp'),
    is: 'approximated',
    becomes: {
      text:
        'jobs that set the minimum when a window starts or ends; a window that is deployed while it is open takes ' +
        'effect at its next start',
      value: stays,
    },
    reason: 'Cloud Run has no scheduled scaling',
    applies: isScheduled,
  },
  ...gcpWindowRules('services'),
];
