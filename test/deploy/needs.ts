import { frameworkNeeds } from './answers/frameworks';
import { awsSdk, ministack, node22 } from './cdk/ministack';
import { pulumi } from './pulumi/cli';
import { googleStandIn, terraform } from './terraform/standing';
import { smallDisk } from './tmpfs';
import type { Need } from './tool';

/** All that the rigs stand on. */
export const needs: readonly Need[] = [
  smallDisk,
  pulumi,
  terraform,
  googleStandIn,
  ...frameworkNeeds,
  ministack,
  node22,
  awsSdk,
];
