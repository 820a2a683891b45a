/** A folder that artifacts can't be written to. */
export class FolderError extends Error {
  override readonly name = 'FolderError';

  constructor(
    readonly folder: string,
    /** Lower case, no full stop. */
    readonly reason: string,
  ) {
    super(`${folder}: ${reason}`);
  }
}
