import type { Target } from '../../lib/model/target';
import type { Resource, View } from './view';

/** What a cloud requires although no schema says it. One rule a file, named after what it holds. */
export interface Rule {
  /** The requirement, as a sentence about the cloud. */
  readonly title: string;
  /** Where the vendor, or somebody who ran into it, says so. */
  readonly sources: readonly string[];
  /** The types of the resources that it is about. */
  readonly of: readonly string[];
  /** Types of other resources that it reads as well. @default none */
  readonly with?: readonly string[];
  /** Narrows the resources down. @default all of these types */
  readonly where?: (resource: Resource, view: View) => boolean;
  /** What is wrong about a resource, a line each. */
  readonly check: (resource: Resource, view: View) => Iterable<string>;
  /** Changes an artifact in a way that the cloud refuses, and this rule has to. */
  readonly counterCase: (view: View) => void;
  /** The architecture whose artifact the counter-case changes. @default everything */
  readonly counterOf?: string;
  /** The engines whose artifacts it is about. @default every engine of the cloud */
  readonly on?: readonly Target[];
}

/** One thing that a cloud would refuse. */
export interface Violation {
  readonly resource: string;
  readonly what: string;
}

/** What a rule is about in an artifact. */
export const subjectsOf = ({ of, where }: Rule, view: View): Resource[] =>
  view.of(...of).filter((resource) => !where || where(resource, view));

/** What a rule finds in an artifact. */
export const violationsOf = (rule: Rule, view: View): Violation[] =>
  subjectsOf(rule, view).flatMap((resource) =>
    [...rule.check(resource, view)].map((what) => ({ resource: resource.id, what })),
  );

/** Violations a line each. */
export const linesOf = (violations: readonly Violation[]): string[] =>
  violations.map(({ resource, what }) => `${resource}: ${what}`);
