import { frameworkNeeds } from './answers/frameworks';
import type { Need } from './tool';

/** All that the rigs stand on. */
export const needs: readonly Need[] = [...frameworkNeeds];
