import { ArtefactError } from '../../lib/readback/error';
import type { Target } from '../../lib/model/target';
import { examples } from '../examples';
import { render } from '../rendering';
import { Editable, type Json } from './artefact';
import { unseen } from './unseen';

/** One change somewhere in a JSON value, made in place and taken back. */
interface Change {
  /** Keys with `/` before each, and what is done there. */
  readonly at: string;
  readonly make: () => void;
  readonly undo: () => void;
}

/** Changes all that an artefact holds, one thing at a time, and asks whether each change is a difference. */
export function seesEveryChange(target: Target): void {
  const known = unseen.filter(({ on }) => on.includes(target));
  const met = new Set<RegExp>();

  test.each(Object.entries(examples))('every change of %s is seen', async (_, example) => {
    const editable = new Editable(await render(example, target));
    const artefact = editable.original();
    const overlooked: string[] = [];
    let count = 0;
    for (const { at, make, undo } of changesOf(artefact)) {
      count += 1;
      make();
      const isSeen = sees(editable, artefact);
      undo();
      if (isSeen) continue;
      const reason = known.find(({ what }) => what.test(at));
      if (reason) met.add(reason.what);
      else overlooked.push(at);
    }
    expect(overlooked).toEqual([]);
    expect(count).toBeGreaterThan(300);
  });

  test('nothing is excused that is seen anyway', () => {
    expect(known.filter(({ what }) => !met.has(what))).toEqual([]);
  });
}

/** An artefact that is refused as a whole is seen as well; one on which a reader fails is not. */
function sees(editable: Editable, artefact: Json): boolean {
  try {
    return editable.differencesWith(artefact).length > 0;
  } catch (error) {
    if (error instanceof ArtefactError) return true;
    throw error;
  }
}

/** Every way in which one leaf can be another one, one key can be missing, and one map or list can hold more or less. */
function* changesOf(value: Json, path = ''): Generator<Change> {
  if (!isContainer(value)) return;
  for (const key of Object.keys(value)) {
    const child = value[key];
    // A registration is known by its name.
    const at = `${path}/${Array.isArray(value) && typeof child?.urn === 'string' ? child.name : key}`;
    yield* changesOf(child, at);
    if (!isContainer(child)) {
      yield { at, make: () => void (value[key] = another(child)), undo: () => void (value[key] = child) };
    }
    if (!Array.isArray(value)) {
      const how = isContainer(child) && Object.keys(child).length === 0 ? 'missing, where it is empty' : 'missing';
      yield { at: `${at} ${how}`, make: () => delete value[key], undo: () => void (value[key] = child) };
    }
  }
  if (!Array.isArray(value)) {
    yield { at: `${path} one more`, make: () => void (value.more = 'x'), undo: () => delete value.more };
    return;
  }
  yield { at: `${path} one more`, make: () => void value.push('x'), undo: () => void value.pop() };
  const last: unknown = value.at(-1);
  if (value.length > 0) {
    yield { at: `${path} one less`, make: () => void value.pop(), undo: () => void value.push(last) };
  }
}

const isContainer = (value: unknown): boolean => typeof value === 'object' && value !== null;

const another = (leaf: unknown): unknown =>
  typeof leaf === 'number' ? leaf + 1 : typeof leaf === 'boolean' ? !leaf : `${String(leaf)}x`;
