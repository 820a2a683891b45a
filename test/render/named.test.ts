import { inspect } from 'node:util';
import { ArchitectureError } from '../../lib/model/problem';
import { named } from '../../lib/render/named';

const elements = { orders: { memory: 1 }, 'create-order': { memory: 2 } };
const functions = named('functions', { ...elements });

test('named: an element is there, and is its own', () => {
  expect(functions['orders']).toEqual({ memory: 1 });
  expect(functions['create-order']!.memory).toBe(2);
});

test.each([
  ['order', 'there is no functions.order (did you mean functions.orders?)'],
  ['createOrder', 'there is no functions.createOrder (did you mean functions.create-order?)'],
  ['billing', 'there is no functions.billing (known: functions.orders, functions.create-order)'],
])('named: fails for %s, with the names that exist', (name, message) => {
  expect(() => functions[name]).toThrow(new ArchitectureError([{ severity: 'error', path: '', message }]));
});

test('named: is as any object for everything else', async () => {
  expect(functions).toEqual(elements);
  expect(elements).toEqual(functions);
  expect(functions).toStrictEqual({ ...elements });
  expect(functions).not.toEqual({ orders: { memory: 1 } });
  expect(functions).toMatchObject({ orders: { memory: 1 } });
  expect(Object.keys(functions)).toEqual(['orders', 'create-order']);
  expect(JSON.stringify(functions)).toBe(JSON.stringify(elements));
  expect({ ...functions }).toEqual(elements);
  expect(inspect(functions)).toBe(inspect(elements));
  expect(`${String(functions)} ${'order' in functions}`).toBe('[object Object] false');
  expect(structuredClone({ ...functions })).toEqual(elements);
  await expect(Promise.resolve(functions)).resolves.toBe(functions);
});
