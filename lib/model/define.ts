import type { Checked } from './checked';
import type { Written, WrittenArchitecture } from './written';

/**
 * Defines an architecture in TypeScript. The types check what a JSON Schema can't: each reference, route, use, trigger and
 * secret must name an element that exists, and each `${parameters.x}` a parameter. At run time, the argument is returned as
 * it is; `load` and `resolve` check the rest.
 *
 * `T` is inferred from what is written, and `Checked<T>` is what it has to be. An editor marks the wrong value only, and its
 * message says what is wrong. With a table `orders` and a queue `jobs`:
 *
 * - `TABLE: '${tables.order.name}'`: `WrongName<"there is no ${tables.order.name}", "${tables.orders.name}">`
 * - `queue: 'job'`: `WrongName<"there is no queues.job", "jobs">`
 * - `memoryMB: 512`: `Wrong<"there is no field memoryMB here, did you mean memoryMiB?">`
 */
export function defineArchitecture<const T extends WrittenArchitecture>(architecture: T & Checked<T>): T {
  return architecture;
}

export type { Checked, Written, WrittenArchitecture };
