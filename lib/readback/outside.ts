import { joinFacts, type OutsideFact, type TextFact } from '../facts/text-fact';
import { Expression, Join, Pointer } from './made';
import { equal, isObject } from './resource';

/** States a value of an artifact that the model has no form for. No two values are stated alike. */
export function outside(value: unknown): TextFact {
  if (typeof value === 'string') return value.replaceAll('${', () => '$${');
  if (value instanceof Pointer) return { at: value.at, attribute: value.attribute };
  if (value instanceof Expression) return { expression: value.expression };
  if (value instanceof Join) return joinFacts(value.join.map(outside));
  if (equal(value, { $secret: true })) return { secret: true };
  const stated = inside(value);
  return isObject(stated) && !Array.isArray(stated) ? stated : { written: stated };
}

/** A function of CloudFormation, which is a map with its name as the only key. */
function intrinsicIn(value: unknown): OutsideFact | undefined {
  const [[name, argument] = [], ...others] = isObject(value) && !Array.isArray(value) ? Object.entries(value) : [];
  return name?.startsWith('Fn::') && others.length === 0 ? { [name]: inside(argument) } : undefined;
}

/** A map inside is marked: it could look like what is stated of a pointer. */
function inside(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inside);
  if (typeof value === 'string' || !isObject(value)) return value;
  if (value instanceof Pointer || value instanceof Expression || value instanceof Join) return outside(value);
  const map = Object.fromEntries(Object.entries(value).map(([key, child]) => [key, inside(child)]));
  return intrinsicIn(value) ?? { written: map };
}
