/** The targets: one cloud on one engine each. */
export const targets = ['aws-cdk', 'gcp-cdktf', 'aws-pulumi', 'gcp-pulumi'] as const;
export type Target = (typeof targets)[number];

export const clouds = ['aws', 'gcp'] as const;
export type Cloud = (typeof clouds)[number];

/** The cloud that a target renders for. */
export const cloudOf = (target: Target): Cloud => (target.startsWith('aws') ? 'aws' : 'gcp');
