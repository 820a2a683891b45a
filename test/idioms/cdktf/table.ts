import { rowOf } from '../row';
import { app } from './app';
import { joined } from './beside';
import { changes } from './change';
import { grants } from './grant';
import type { Idiom } from './idiom';

/** All idioms. */
export const idioms: readonly Idiom[] = [...changes, ...grants, ...joined, ...app];

/** The rows of the table in docs/add-to-cdktf.md. */
export const rows = (): string[] => idioms.map(rowOf);
