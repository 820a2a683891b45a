import type { App, Stack } from 'aws-cdk-lib';
import type { ServerlessArchitecture } from '../../lib/render/aws-cdk';

/** An app with an architecture that has an element of each kind. */
export interface Use {
  readonly app: App;
  readonly stack: Stack;
  readonly shop: ServerlessArchitecture<string>;
}

/** A resource of a template. */
export interface Resource {
  readonly Type: string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a check reaches into what it knows
  readonly Properties?: any;
  readonly DependsOn?: readonly string[];
}

/** What a team does with the constructs of an element, and what comes of it. */
export interface Idiom {
  /** As people write it, for the documentation. */
  readonly code: string;
  readonly does: (use: Use) => void;
  /** The elements in which `verify` then finds differences, which a team declares; `app`: resources of its own. */
  readonly differs?: readonly string[];
  /** What is right about the resources of the template, beside what `verify` finds. */
  readonly check?: (resources: readonly Resource[]) => void;
  /** A part of the warning or error at synth. @default nothing is said */
  readonly says?: string;
  /** What people should know about it, for the documentation. */
  readonly note?: string;
  /** True for a row that the quick tests run too. */
  readonly isQuick?: true;
}

/** Resources of a type. */
export const ofType = (resources: readonly Resource[], type: string): readonly Resource[] =>
  resources.filter(({ Type }) => Type === `AWS::${type}`);
