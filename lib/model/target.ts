/** The clouds. */
export const clouds = ['aws', 'gcp'] as const;
export type Cloud = (typeof clouds)[number];

/** The engines. */
export const engines = ['cdk', 'cdktf', 'pulumi'] as const;
export type Engine = (typeof engines)[number];

/** A cloud on an engine, and the npm packages that people install for both. */
export interface TargetSpec {
  readonly cloud: Cloud;
  readonly engine: Engine;
  readonly packages: readonly string[];
}

/** The targets: one cloud on one engine each, in the order in which they are shown. */
export const targetSpecs = {
  'aws-cdk': { cloud: 'aws', engine: 'cdk', packages: ['aws-cdk-lib', 'constructs'] },
  'gcp-cdktf': { cloud: 'gcp', engine: 'cdktf', packages: ['cdktf', '@cdktf/provider-google', 'constructs'] },
  'aws-pulumi': { cloud: 'aws', engine: 'pulumi', packages: ['@pulumi/pulumi', '@pulumi/aws'] },
  'gcp-pulumi': { cloud: 'gcp', engine: 'pulumi', packages: ['@pulumi/pulumi', '@pulumi/gcp'] },
} as const satisfies Readonly<Partial<Record<`${Cloud}-${Engine}`, TargetSpec>>>;

export type Target = keyof typeof targetSpecs;
export const targets = Object.keys(targetSpecs) as readonly Target[];

/** The cloud that a target renders for. */
export const cloudOf = (target: Target): Cloud => targetSpecs[target].cloud;

/** The engine that a target renders with. */
export const engineOf = (target: Target): Engine => targetSpecs[target].engine;
