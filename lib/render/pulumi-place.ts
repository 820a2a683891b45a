import { Output } from '@pulumi/pulumi';
import { ArchitectureError } from '../model/problem';
import type { GivenWhere, InProject } from './gcp-pulumi/where';
import { placeHints, requireCloud, requireTexts } from './required';

/**
 * The place that a program passes itself.
 * @throws ArchitectureError without a cloud, or if the cloud has no such place
 */
export function givenWhere(cloud: unknown, { project, region }: GivenWhere): GivenWhere {
  requireCloud(cloud);
  const given = { ...(project !== undefined && { project }), ...(region !== undefined && { region }) };
  if (cloud === 'aws' && Object.keys(given).length > 0) refuseOnAws(Object.keys(given));
  const texts = Object.entries(given).filter(([, value]) => value === null || !isOutput(value));
  requireTexts(Object.fromEntries(texts), placeHints);
  return given;
}

const isOutput = (value: unknown): boolean => Output.isInstance(value) || value instanceof Promise;

function refuseOnAws(keys: readonly string[]): never {
  throw new ArchitectureError(
    keys.map((path) => ({
      severity: 'error',
      path,
      message: "can't be set on AWS, where the provider decides",
      hint: 'pass { provider: new aws.Provider(…) } in the options, or set aws:region',
    })),
  );
}

/** Puts the resources of an architecture into a project that its program passes. */
export function inProjectOf({ project }: GivenWhere): InProject | undefined {
  if (project === undefined) return undefined;
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- a program for AWS must not load Google's files
  const { InProject } = require('./gcp-pulumi/where') as typeof import('./gcp-pulumi/where');
  return new InProject(project);
}
