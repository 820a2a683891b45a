import { Join, piecesOf, type Pointer } from '../made';
import { equal } from '../resource';

/** A globally unique name without the project that it ends with; undefined for any other name. */
export function beforeProject(name: unknown, project: Pointer): string | undefined {
  const [before] = piecesOf(name);
  const isRight = typeof before === 'string' && before.endsWith('-') && equal(name, new Join([before, project]));
  return isRight ? before.slice(0, -1) : undefined;
}
