/** Thrown for an artifact that can't be read at all. */
export class ArtefactError extends Error {
  override readonly name = 'ArtefactError';

  constructor(
    /** The file or folder. */
    readonly file: string,
    /** Lower case, no full stop. */
    readonly reason: string,
  ) {
    super(`${file}: ${reason}`);
  }
}
