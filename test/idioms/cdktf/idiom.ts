import type { App, TerraformStack } from 'cdktf';
import type { ServerlessArchitecture, ServerlessArchitectureProps } from '../../../lib/render/gcp-cdktf';
import type { Row } from '../row';

/** An app with an architecture that has an element of each kind. */
export interface Use {
  readonly app: App;
  readonly stack: TerraformStack;
  readonly shop: ServerlessArchitecture<string>;
  readonly project: string;
  /** The architecture's file. */
  readonly architecture: string;
}

/** What a team does with the constructs of an architecture, and what comes of it. */
export interface Idiom extends Row {
  /** What the app does before it creates the architecture, and the properties that it then passes. @default nothing */
  readonly before?: (stack: TerraformStack) => Pick<ServerlessArchitectureProps, 'provider'>;
  /** What it does afterwards. @default nothing */
  readonly does?: (use: Use) => unknown;
  /** What is right about the JSON of the stack, beside what `verify` finds. */
  readonly check?: (json: string) => void;
  /** True for a row that the quick tests run too. */
  readonly isQuick?: true;
}
