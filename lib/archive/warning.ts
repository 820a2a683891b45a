/** A doubt about code that is archived all the same. */
export interface CodeWarning {
  /** Lower case, no full stop. */
  readonly message: string;
  /** The remedy. */
  readonly hint: string;
}
