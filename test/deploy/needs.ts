import { frameworkNeeds } from './answers/frameworks';
import { googleStandIn, terraform } from './terraform/standing';
import type { Need } from './tool';

/** All that the rigs stand on. */
export const needs: readonly Need[] = [terraform, googleStandIn, ...frameworkNeeds];
