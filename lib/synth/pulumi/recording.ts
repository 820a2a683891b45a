/** The target of a reference: an attribute of a resource, a part of an invoke's result, or a configuration value. */
export type Target =
  | { readonly urn: string; readonly path: readonly string[] }
  | { readonly invoke: string; readonly path: readonly string[] }
  | { readonly config: string; readonly path: readonly string[] };

/**
 * A value as a recording holds it: JSON, in which a map with one key that begins with `$` stands for what JSON can't say.
 *
 * - `$ref`: a reference. The last step of the path is `*` for "each", where a list of unknown length was taken apart.
 * - `$join`: a text that holds references.
 * - `$base64`: what a program encoded after it had put references into it.
 * - `$archive`, `$asset`: a file, its path relative to the target's folder; or a text, an address, or archives by name.
 * - `$secret`: a value that isn't shown.
 */
export type Value = null | boolean | number | string | readonly Value[] | { readonly [key: string]: Value };

/** The options that a program gave a resource, without defaults and without those that the SDK adds. */
export interface RecordedOptions {
  /** Resources that it waits for, beside those that its own inputs and its parent name. */
  readonly dependsOn?: readonly string[];
  readonly protect?: boolean;
  readonly retainOnDelete?: boolean;
  readonly deleteBeforeReplace?: boolean;
  readonly ignoreChanges?: readonly string[];
  readonly replaceOnChanges?: readonly string[];
  readonly replaceWith?: readonly string[];
  readonly replacementTrigger?: Value;
  readonly hideDiffs?: readonly string[];
  readonly additionalSecretOutputs?: readonly string[];
  readonly aliases?: readonly Value[];
  /** The URN of an explicit provider. */
  readonly provider?: string;
  /** The URNs of a component's explicit providers, by package. */
  readonly providers?: Readonly<Record<string, string>>;
  readonly customTimeouts?: Readonly<Record<string, string>>;
  readonly deletedWith?: string;
  readonly hooks?: Readonly<Record<string, readonly string[]>>;
  readonly envVarMappings?: Readonly<Record<string, string>>;
  readonly version?: string;
  readonly pluginDownloadURL?: string;
  /** The id of what is taken over into the stack. */
  readonly import?: Value;
  /** Present where the resource is only looked up, by `id`. */
  readonly read?: true;
  readonly id?: Value;
}

/** One resource that a program registered. */
export interface RecordedResource {
  readonly urn: string;
  readonly type: string;
  readonly name: string;
  /** The parent's URN, `null` for the stack itself. */
  readonly parent: string | null;
  readonly custom: boolean;
  readonly inputs: Readonly<Record<string, Value>>;
  /** The outputs that a component registered. */
  readonly outputs?: Readonly<Record<string, Value>>;
  /** Every resource that it waits for, its inputs' and its explicit ones. */
  readonly dependencies: readonly string[];
  readonly options: RecordedOptions;
}

/** One question that a program asked a provider. */
export interface RecordedInvoke {
  /** The token, and a hash of the arguments if there are any. */
  readonly id: string;
  readonly token: string;
  readonly args: Readonly<Record<string, Value>>;
  /** The URN of an explicit provider. */
  readonly provider?: string;
}

/**
 * The resources, invokes and outputs of a Pulumi program. Resources are in URN order, invokes in the order of their
 * ids.
 */
export interface Recording {
  readonly version: 1;
  readonly project: string;
  readonly stack: string;
  readonly resources: readonly RecordedResource[];
  readonly invokes: readonly RecordedInvoke[];
  readonly outputs: Readonly<Record<string, Value>>;
}

/** A recording as the text of `resources.json`. */
export function formatRecording(recording: Recording): string {
  return `${JSON.stringify(recording, null, 2)}\n`;
}

/** The comparison of texts that every order in a recording uses: by code units, the same on every machine. */
export function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
