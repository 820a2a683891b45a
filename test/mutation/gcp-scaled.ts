import type { Written } from '../rendering';
import type { Case } from './mutation';

/** An architecture of what is scaled on Google Cloud in a way that no example has. */
export const scaled: Written = {
  text: `
name: scaled
functions:
  peaks:
    runtime: nodejs22
    code: code
    handler: index.handler
    concurrencyPerInstance: 8
    coldStart: { scheduled: [{ name: day, start: "0 8 * * *", end: "0 18 * * *", min: 120 }] }
services:
  busy: { image: "docker.io/library/nginx:1.29", coldStart: { utilization: { min: 1, max: 4, target: 0.7 } } }
  steady: { image: "docker.io/library/nginx:1.29", coldStart: { provisioned: 2 } }`,
};

const peaks = 'functions/peaks/Function';
const builds = 'functions/peaks/SchedulerBuildsAs';
const busy = 'services/busy/Service';

/** What the jobs wait for, which is one grant more than a reader knows of. */
const jobs = [0, 1, 2, 3].map((index) => `functions.peaks!depends_on.${index}`);
const unread = ['functions.peaks.coldStart.scheduled', 'functions.peaks.physicalNames.scheduler'];

/** Changes of its artefacts, and the differences that each makes. */
export const scaledCases: readonly Case[] = [
  {
    what: 'jobs that may not act as the account that builds',
    make: (edit) => edit.remove(builds),
    seen: [...unread, ...jobs],
  },
  {
    what: 'jobs that own the account that builds',
    make: (edit) => edit.set(builds, 'role', 'roles/owner'),
    seen: [...unread, 'functions.peaks!role'],
  },
  {
    what: 'jobs that may act as another account in place of the one that builds',
    make: (edit) => edit.refer(builds, 'service_account_id', 'services/busy/ServiceAccount', 'name'),
    seen: [...unread, ...jobs, 'functions.peaks!may roles/iam.serviceAccountUser'],
  },
  {
    what: 'a maximum below the minimum of a window',
    make: (edit) => edit.set(peaks, 'service_config.max_instance_count', 100),
    seen: ['functions.peaks.coldStart.dynamic.max'],
  },
  {
    what: 'no maximum',
    make: (edit) => edit.unset(peaks, 'service_config.max_instance_count'),
    seen: ['functions.peaks.coldStart'],
  },
  {
    what: 'more requests in one instance',
    make: (edit) => edit.set(peaks, 'service_config.max_instance_request_concurrency', 80),
    seen: ['functions.peaks.concurrencyPerInstance'],
  },
  {
    what: 'concurrent requests without a CPU',
    make: (edit) => edit.unset(peaks, 'service_config.available_cpu'),
    seen: ['functions.peaks.concurrencyPerInstance', 'functions.peaks!service_config.available_cpu'],
  },
  {
    what: 'another target of the utilization',
    make: (edit) => edit.set(busy, 'template.scaling.cpu_utilization', 0.6),
    seen: ['services.busy.coldStart.utilization.target'],
    on: ['gcp-pulumi'],
  },
  {
    what: 'a target where the provider has none',
    make: (edit) => edit.set(busy, 'template.scaling.cpu_utilization', 0.7),
    seen: ['services.busy.coldStart', 'services.busy!template.scaling', 'services.busy!launch_stage'],
    on: ['gcp-cdktf'],
  },
  {
    what: 'no scaling by concurrency',
    make: (edit) => edit.set(busy, 'template.scaling.concurrency_utilization', 0),
    seen: ['services.busy.coldStart', 'services.busy!template.scaling'],
  },
  {
    what: 'another launch stage',
    make: (edit) => edit.set(busy, 'launch_stage', 'ALPHA'),
    seen: ['services.busy.coldStart', 'services.busy!launch_stage'],
  },
  {
    what: 'a target of a fixed number of instances',
    make: (edit) =>
      edit.set(
        'services/steady/Service',
        'template.scaling',
        edit.pick({ 'gcp-cdktf': { cpu_utilization: 0.7 }, 'gcp-pulumi': { cpuUtilization: 0.7 } }),
      ),
    seen: ['services.steady.coldStart', 'services.steady!template.scaling', 'services.steady!launch_stage'],
  },
];
