import * as aws from '@pulumi/aws';
import * as gcp from '@pulumi/gcp';
import {
  ComponentResource,
  runtime,
  type ComponentResourceOptions,
  type CustomResourceOptions,
  type ProviderResource,
  type ResourceTransform,
  type ResourceTransformation,
} from '@pulumi/pulumi';
import type { Cloud } from '../../../lib/model/target';
import type { Idiom } from './idiom';

/** What differs between the clouds. */
interface On {
  readonly provider: (name: string) => ProviderResource;
  readonly function: string;
  readonly memory: object;
  readonly table: string;
  readonly tags: readonly string[];
  readonly physical: object;
}

const clouds: Readonly<Record<Cloud, On>> = {
  aws: {
    provider: (name) => new aws.Provider(name, { region: 'eu-west-1' }),
    function: 'aws:lambda/function:Function',
    memory: { memorySize: 1024 },
    table: 'aws:dynamodb/table:Table',
    tags: ['tags'],
    physical: { name: 'orders' },
  },
  gcp: {
    provider: (name) => new gcp.Provider(name, { project: 'shop-123', region: 'europe-west1' }),
    function: 'gcp:cloudfunctionsv2/function:Function',
    memory: { serviceConfig: { availableMemory: '1Gi' } },
    table: 'gcp:firestore/database:Database',
    tags: ['labels', 'userLabels'],
    physical: { name: 'orders' },
  },
};

type Change = (props: Record<string, unknown>, opts: CustomResourceOptions) => readonly [object, object];

const changing = (type: string, change: Change): ResourceTransformation & ResourceTransform => {
  return ({ type: its, props, opts }) => {
    if (its !== type) return undefined;
    const [newProps, newOpts] = change(props as Record<string, unknown>, opts);
    return { props: newProps, opts: newOpts };
  };
};

const tagging =
  (keys: readonly string[]): ResourceTransformation =>
  ({ props, opts }) => {
    const own = keys.filter((key) => key in props && props[key] === undefined);
    return { props: { ...props, ...Object.fromEntries(own.map((key) => [key, { team: 'web' }])) }, opts };
  };

/** A transform that tags what has tags; programs have a list of those types, and here their classes tell. */
const taggingLater = (keys: readonly string[]): readonly [ResourceTransformation, ResourceTransform] => {
  const known = new Map<string, readonly string[]>();
  return [
    ({ type, props }) => {
      known.set(
        type,
        keys.filter((key) => key in props),
      );
      return undefined;
    },
    ({ type, props, opts }) => {
      const own = known.get(type)?.filter((key) => props[key] === undefined) ?? [];
      return { props: { ...props, ...Object.fromEntries(own.map((key) => [key, { team: 'web' }])) }, opts };
    },
  ];
};

/** A component of the program's own. */
class Own extends ComponentResource {
  constructor(name: string) {
    super('own:index:Team', name);
    this.registerOutputs({});
  }
}

const resource = () => new Own('own');

/** Idioms of the options of the whole component, which are the same on both clouds. */
export const optionsOn = <C extends Cloud>(cloud: C): readonly Idiom<C>[] => {
  const on = clouds[cloud];
  const options = (code: string, make: () => ComponentResourceOptions, rest: Partial<Idiom<C>> = {}): Idiom<C> => ({
    code,
    options: make,
    ...rest,
  });
  const transformed = (
    code: string,
    type: string,
    change: Change,
    rest: Partial<Idiom<C>> & { readonly differs: readonly string[] },
  ): Idiom<C> => options(`{ transformations: [${code}] }`, () => ({ transformations: [changing(type, change)] }), rest);
  return [
    options('{ provider }', () => ({ provider: on.provider('eu') }), {
      note: 'account, project, region and default tags are those of the provider',
    }),
    options('{ providers: [provider] }', () => ({ providers: [on.provider('eu')] })),
    options('{ parent: own }', () => ({ parent: resource() }), { note: 'part of the URNs: set it at the beginning' }),
    options('{ dependsOn: [own] }', () => ({ dependsOn: [resource()] })),
    options('{ protect: true }', () => ({ protect: true }), {
      note: '`pulumi destroy` and replacements then fail until you unprotect the resources',
    }),
    options('{ retainOnDelete: true }', () => ({ retainOnDelete: true }), {
      differs: ['app'],
      note: 'Pulumi passes it on: everything stays in the cloud, also queues and functions',
    }),
    options('{ aliases: [{ name: "store" }] }', () => ({ aliases: [{ name: 'store' }] }), {
      note: 'for a component that had another name',
    }),
    options('{ customTimeouts: { create: "30m" } }', () => ({ customTimeouts: { create: '30m' } }), {
      note: 'of the component only; a transformation sets those of a resource',
    }),
    options('{ ignoreChanges: ["description"] }', () => ({ ignoreChanges: ['description'] }), {
      differs: ['app'],
      note: 'of the component only, so it has no effect',
    }),
    options('{ deletedWith: own }', () => ({ deletedWith: resource() }), {
      differs: ['app'],
      note: "resources aren't deleted if `own` is",
    }),
    transformed('moreMemory', on.function, (props, opts) => [merged(props, on.memory), opts], {
      differs: ['functions.orders', 'functions.worker'],
      note: 'a transformation that changes a property',
    }),
    transformed('adopt', on.table, (props, opts) => [props, { ...opts, import: 'orders' }], {
      differs: ['tables.orders'],
      note: 'one that sets `import`; remove it after the deployment',
    }),
    transformed('rename', on.table, (props, opts) => [{ ...props, ...on.physical }, opts], {
      differs: ['tables.orders'],
      note: 'one that sets a physical name',
    }),
    transformed('protectTables', on.table, (props, opts) => [props, { ...opts, protect: true }], {
      differs: ['tables.orders'],
      note: 'one that sets `protect` for some resources',
    }),
    transformed('forgetTables', on.table, (props, opts) => [props, { ...opts, retainOnDelete: false }], {
      differs: ['tables.orders'],
      breaks: 'tables.orders.retain',
      note: 'one that removes `retainOnDelete`: data is deleted with the element',
    }),
    transformed('ignoreMemory', on.function, (props, opts) => [props, { ...opts, ignoreChanges: ['memorySize'] }], {
      differs: ['functions.orders', 'functions.worker'],
      note: 'one that sets `ignoreChanges`: later changes of the architecture have no effect there',
    }),
    transformed('keepUrns', on.table, (props, opts) => [props, { ...opts, aliases: [{ name: 'orders' }] }], {
      differs: ['tables.orders'],
      note: 'one that sets `aliases`, so that a resource of the program becomes that of an element',
    }),
    transformed(
      'moreTime',
      on.function,
      (props, opts) => [props, { ...opts, customTimeouts: { ...opts.customTimeouts, create: '1h' } }],
      { differs: [], note: 'one that sets `customTimeouts`' },
    ),
    transformed('elsewhere', on.table, (props, opts) => [props, { ...opts, provider: on.provider('us') }], {
      differs: ['tables.orders'],
      note: 'one that sets another provider for some resources',
    }),
    options('{ transformations: [tagAll] }', () => ({ transformations: [tagging(on.tags)] }), {
      differs: ['all'],
      note: 'one that tags everything',
    }),
    options(
      'runtime.registerStackTransformation(moreMemory)',
      () => {
        runtime.registerStackTransformation(changing(on.function, (props, opts) => [merged(props, on.memory), opts]));
        return {};
      },
      { differs: ['functions.orders', 'functions.worker'], note: 'before the architecture is created' },
    ),
    options(
      '{ transforms: [moreMemory] }',
      () => ({ transforms: [changing(on.function, (props, opts) => [merged(props, on.memory), opts])] }),
      {
        differs: ['functions.orders', 'functions.worker'],
        note: "the same as a transform, which Pulumi's engine calls",
      },
    ),
    options(
      'runtime.registerResourceTransform(tagAll)',
      () => {
        const [look, tagAll] = taggingLater(on.tags);
        runtime.registerResourceTransform(tagAll);
        return { transformations: [look] };
      },
      { differs: ['all'], note: 'a transform of the whole program' },
    ),
    options(
      'runtime.registerInvokeTransform(log)',
      () => {
        runtime.registerInvokeTransform(() => undefined);
        return {};
      },
      { note: 'a transform of the questions to providers' },
    ),
  ];
};

/** Properties with others in them, one level deep. */
const merged = (props: Record<string, unknown>, others: object): object =>
  Object.fromEntries(
    Object.entries({ ...props, ...others }).map(([key, value]) => {
      const before = props[key];
      return [key, isMap(before) && isMap(value) ? { ...before, ...value } : value];
    }),
  );

const isMap = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value);
