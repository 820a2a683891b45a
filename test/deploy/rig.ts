import type { Target } from '../../lib/model/target';
import type { Case } from './cases';

/** What one resource would go through at the next deployment. */
export interface Change {
  readonly action: 'create' | 'update' | 'replace' | 'delete';
  /** What its engine calls it: a logical id or construct path, an address, a URN. */
  readonly resource: string;
  /** Its type, in its engine's words. */
  readonly type: string;
  /** The properties that would change, in its engine's words, at the top level; empty if it's made or deleted. */
  readonly properties: readonly string[];
}

/** A resource that is there, as the cloud knows it. */
export interface Existing {
  /** In the engine's words. */
  readonly type: string;
  /** What the cloud calls it. */
  readonly id: string;
  /** Whether the cloud refuses to delete it. */
  readonly protected: boolean;
}

/** A case under one engine. Every method but `end` fails with what the engine said. */
export interface Deployment {
  /** The architecture's file, which may be edited. */
  readonly file: string;
  /** Deploys what the file says, and returns the architecture's outputs. */
  deploy(): Promise<Readonly<Record<string, unknown>>>;
  /** What a deployment would change now: by the file, and by what is found in the cloud. */
  changes(): Promise<readonly Change[]>;
  /** The element of the architecture that a resource is part of, such as `functions.counter`, by what its engine calls it. */
  elementOf(resource: string): string | undefined;
  /** Destroys all that the engine destroys, the way that the documentation tells people to. */
  destroy(): Promise<void>;
  /** What is in the cloud. */
  existing(): Promise<readonly Existing[]>;
  /** What the engine keeps of what it deployed, byte for byte. */
  state(): Promise<string>;
  /** Ends what it started and removes what it wrote. */
  end(): Promise<void>;
}

/** An engine, a cloud to deploy to, and how people deploy with them. */
export interface Rig {
  readonly target: Target;
  /** Makes everything ready for the first deployment of a case: an account, a folder, a state. */
  open(one: Case): Promise<Deployment>;
  /** Makes everything ready for another environment of a case, in the account of its deployment as `dev`. */
  openBeside(dev: Deployment, one: Case, env: string): Promise<Deployment>;
}
