import type { ComponentResourceOptions } from '@pulumi/pulumi';
import type { Cloud } from '../../../lib/model/target';
import type { ServerlessArchitecture } from '../../../lib/render/pulumi';

/** An architecture that has an element of each kind, in a program. */
export type Shop<C extends Cloud> = ServerlessArchitecture<C, string>;

/** What a team does in a program with the architecture, and what comes of it. */
export interface Idiom<C extends Cloud> {
  /** As people write it, for the documentation. */
  readonly code: string;
  /** The options of the architecture's component, which may create resources. @default none */
  readonly options?: () => ComponentResourceOptions;
  /** What the program does after it has created the architecture, and the outputs that it exports; with its file. @default nothing */
  readonly does?: (shop: Shop<C>, architecture: string) => Record<string, unknown> | void;
  /** The elements in which `verify` then finds differences, which a team declares; `app`: resources of its own. */
  readonly differs?: readonly string[];
  /** A part of what `verify` says about something that stops working, of which Pulumi says nothing. @default nothing */
  readonly breaks?: string;
  /** A part of the error with which the program ends. @default it doesn't */
  readonly error?: string;
  /** What people should know about it, for the documentation. */
  readonly note?: string;
}

/** Idioms on a cloud, by what they are about. */
export type Idioms<C extends Cloud> = Readonly<Record<string, readonly Idiom<C>[]>>;
