import { app } from './app';
import { compute } from './compute';
import { data } from './data';
import type { Idiom } from './idiom';
import { messaging } from './messaging';
import { rowOf } from './row';

/** All idioms, by what they are about. */
export const idioms: Readonly<Record<string, readonly Idiom[]>> = { ...compute, ...messaging, ...data, ...app };

/** The rows of the table in docs/add-to-cdk.md. */
export const rows = (): string[] => Object.values(idioms).flat().map(rowOf);
