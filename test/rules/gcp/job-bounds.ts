import type { Rule } from '../rule';

export const rule: Rule = {
  title: 'A job has a cron expression of five fields, a time zone of its own, and 15 s to 30 minutes for an answer.',
  sources: [
    'https://docs.cloud.google.com/scheduler/docs/configuring/cron-job-schedules',
    'https://cloud.google.com/dotnet/docs/reference/Google.Cloud.Scheduler.V1/latest/Google.Cloud.Scheduler.V1.Job',
  ],
  of: ['google_cloud_scheduler_job'],
  *check(job) {
    const deadline = Number(/^(\d+)s$/.exec(job.text('attempt_deadline') || '180s')?.[1]);
    if (!(deadline >= 15 && deadline <= 1800)) yield `waits ${job.text('attempt_deadline')}`;
    if (!/^(?:[\dA-Z*/,-]+ ){4}[\dA-Z*/,-]+$/.test(job.text('schedule'))) yield `runs at ${job.text('schedule')}`;
    try {
      new Intl.DateTimeFormat('en', { timeZone: job.text('time_zone') });
    } catch {
      yield `runs in the time zone ${job.text('time_zone')}`;
    }
    const body = job.text('http_target.body');
    if (body && Buffer.from(body, 'base64').toString('base64') !== body) yield 'sends a body that is not base64';
    if (job.text('description').length > 499) yield 'is described at length';
  },
  counterCase: (view) => {
    view.one('google_cloud_scheduler_job').set('attempt_deadline', '1801s');
  },
};
