import { planOf } from './gcp-shop';

const code = { runtime: 'nodejs22', code: 'code', handler: 'answer' };

const every = (rate: string) => ({ coldStart: { warming: { instances: 3, every: rate } } });

/** Functions and services that are called to stay warm, each at times of its own, and one of each that isn't. */
export const warm = () =>
  planOf({
    functions: {
      f: { ...code, ...every('5m') },
      hours: { ...code, http: 'public', ...every('2h') },
      plain: code,
    },
    services: {
      web: { image: 'nginx', ...every('1m') },
      hour: { image: 'nginx', ...every('60m') },
      day: { image: 'nginx', ingress: 'public', ...every('24h') },
      plain: { image: 'nginx' },
    },
  });

/** When each of them is called. */
export const schedules = {
  f: '*/5 * * * *',
  hours: '0 */2 * * *',
  web: '* * * * *',
  hour: '0 * * * *',
  day: '0 0 * * *',
};
