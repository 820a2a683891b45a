import type { Facts } from '../../lib/facts/facts';

/** The facts of an artifact in which nothing is stated. */
export const emptyFacts: Facts = {
  name: 'shop',
  functions: {},
  services: {},
  apis: {},
  queues: {},
  topics: {},
  buckets: {},
  secrets: {},
  tables: {},
  outputs: {},
  withoutCode: [],
  unrecognized: [],
  notJudged: 0,
  notJudgedIn: {},
  unjudged: [],
};
