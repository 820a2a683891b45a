import type { Difference } from '../equivalence/difference';
import type { Matrix, NotJudged } from '../equivalence/outcome';
import type { Remark } from '../equivalence/remark';
import type { Target } from '../model/target';

/** The result of `verify`, as data and as text. */
export class Verification {
  /** True if the artifacts match the model's promise. */
  readonly equivalent: boolean;
  /** The name of the architecture. */
  readonly architecture: string;
  readonly targets: readonly Target[];
  readonly differences: readonly Difference[];
  /** Differences that the architecture declares as intended. */
  readonly accepted: readonly Remark[];
  readonly approximations: readonly Remark[];
  /** Elements × targets. */
  readonly matrix: Matrix;
  /** The app's own resources outside the architecture, which aren't compared, by stack. */
  readonly notJudged: readonly NotJudged[];
  /** Warnings about the architecture, and about what wasn't compared. */
  readonly warnings: readonly string[];
  /** Verdict, matrix, differences and approximations, as `triptych verify` prints them. */
  readonly message: string;

  /** @param data the result of a comparison */
  constructor(data: VerificationData) {
    this.equivalent = data.equivalent;
    this.architecture = data.architecture;
    this.targets = data.targets;
    this.differences = data.differences;
    this.accepted = data.accepted;
    this.approximations = data.approximations;
    this.matrix = data.matrix;
    this.notJudged = data.notJudged;
    this.warnings = data.warnings;
    this.message = data.message;
  }

  /**
   * Fails a test of any framework if there are differences.
   * @throws DifferenceError with the message
   */
  assertEquivalent(): this {
    if (!this.equivalent) throw new DifferenceError(this);
    return this;
  }

  /** Returns the message. */
  toString(): string {
    return this.message;
  }
}

/** The fields of a result. */
export type VerificationData = Omit<Verification, 'assertEquivalent' | 'toString'>;

/** Differences between artifacts and an architecture. */
export class DifferenceError extends Error {
  override readonly name = 'DifferenceError';

  constructor(readonly verification: VerificationData) {
    super(verification.message);
  }
}
