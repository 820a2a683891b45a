/** The question for an output of another stack, which only the recorder answers. */
export const stackOutput = 'triptych:recorder:stackOutput';

/** The type of a reference to another stack. */
export const stackReferenceType = 'pulumi:pulumi:StackReference';

/** The outputs of a stack that are known: the text as it is, a list or a map from JSON. */
export function knownOutputs(answers: Readonly<Record<string, string>>, stack: string): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(answers).flatMap(([key, value]) => {
      const dot = key.lastIndexOf('.');
      const of = key.slice(0, dot);
      // A program may leave out the organization, and the project.
      return of === stack || of.endsWith(`/${stack}`) ? [[key.slice(dot + 1), valueOf(value)] as const] : [];
    }),
  );
}

function valueOf(text: string): unknown {
  if (!/^[[{]/.test(text)) return text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

/** The parts of `@pulumi/pulumi/stackReference` that are changed here. */
export interface StackReferences {
  readonly StackReference: { readonly prototype: Record<'getOutput' | 'requireOutput', (name: unknown) => unknown> };
}

/** The parts of Pulumi's SDK with which an output is asked for. */
export interface OutputRuntime {
  readonly all: (values: readonly unknown[]) => { apply(run: (values: readonly never[]) => unknown): unknown };
  readonly invoke: (token: string, args: object) => Promise<{ readonly value?: unknown }>;
}

/**
 * Makes references to stacks ask for each output by its name. The SDK asks for the outputs of a stack as a whole, which only
 * that stack knows. Returns how to undo it.
 */
export function askForOutputs({ StackReference }: StackReferences, { all, invoke }: OutputRuntime): () => void {
  const ask = function (this: { readonly urn: unknown }, name: unknown) {
    return all([this.urn, name]).apply(([urn, output]) =>
      invoke(stackOutput, { urn, output }).then(({ value }) => value),
    );
  };
  const { getOutput, requireOutput } = StackReference.prototype;
  Object.assign(StackReference.prototype, { getOutput: ask, requireOutput: ask });
  return () => Object.assign(StackReference.prototype, { getOutput, requireOutput });
}
