/** The properties of a kind of elements that other parts of an architecture depend on. */
interface KindSpec {
  /** One element of the kind. Part of output names and of Pulumi's component types: an identity. */
  readonly title: string;
  /** The attributes that references can read. */
  readonly attributes: readonly string[];
  /** The verbs with which functions and services can use an element; none: it can't be used. */
  readonly verbs: readonly string[];
}

/** The kinds of elements, in the order in which they are shown. */
export const kindSpecs = {
  functions: { title: 'Function', attributes: ['name', 'arn', 'url'], verbs: ['invoke'] },
  services: { title: 'Service', attributes: ['name', 'url'], verbs: ['invoke'] },
  apis: { title: 'Api', attributes: ['url'], verbs: [] },
  queues: { title: 'Queue', attributes: ['name', 'arn', 'url'], verbs: ['send'] },
  topics: { title: 'Topic', attributes: ['name', 'arn'], verbs: ['publish'] },
  buckets: { title: 'Bucket', attributes: ['name'], verbs: ['read', 'write', 'readwrite'] },
  tables: { title: 'Table', attributes: ['name'], verbs: ['read', 'write', 'readwrite'] },
  secrets: { title: 'Secret', attributes: ['name'], verbs: ['read'] },
} as const satisfies Readonly<Record<string, KindSpec>>;

export type Kind = keyof typeof kindSpecs;
export const kinds = Object.keys(kindSpecs) as readonly Kind[];
