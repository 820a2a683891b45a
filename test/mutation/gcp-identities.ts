import type { Case } from './mutation';

/** The differences of a part with another name: CDKTF's id no longer follows from the path, Pulumi's name is no part's. */
const renamed = (owner: string) => ({ 'gcp-cdktf': [`${owner}!id`], 'gcp-pulumi': [`${owner}!part`] });

/** Other identifiers of a service and of what it needs. */
export const webIdentities: readonly Case[] = [
  {
    what: "another identifier of a service's account",
    make: (edit) => edit.rename('services/web/ServiceAccount'),
    seen: [],
    also: renamed('services.web'),
  },
  {
    what: 'another identifier of a service',
    make: (edit) => edit.rename('services/web/Service'),
    seen: [],
    also: renamed('services.web'),
  },
];

/** Other identifiers of a function, its table and its permissions. */
export const counterIdentities: readonly Case[] = [
  {
    what: 'another identifier of a table',
    make: (edit) => edit.rename('tables/counter/Database'),
    seen: [],
    also: renamed('tables.counter'),
  },
  {
    what: 'another identifier of a permission',
    make: (edit) => edit.rename('functions/counter/UseTablesCounter'),
    seen: [],
    also: renamed('functions.counter'),
  },
  {
    what: 'another identifier of an enabled API',
    make: (edit) => edit.rename('foundation/EnableIam'),
    seen: [],
    also: renamed('foundation'),
  },
  {
    what: 'another path of a construct',
    make: ({ places }) => void (places.whole('functions/counter/ServiceAccount')['//'].metadata.path += '2'),
    on: ['gcp-cdktf'],
    seen: [],
    also: { 'gcp-cdktf': ['functions.counter!id', 'functions.counter!part'] },
  },
  {
    what: 'an account below the function that it is for',
    make: (edit) => edit.adopt('functions/counter/ServiceAccount', 'functions/counter/Function'),
    on: ['gcp-pulumi'],
    seen: [],
    also: { 'gcp-pulumi': ['functions.counter!parent'] },
  },
];
