/**
 * Environment variables with which engines render something else than their program says: a context, an output folder,
 * stack traces, other forms of values. They are meant for the engines' own command lines.
 *
 * `CDK_…` is read in `cx-api`, `core/lib/app` and `core/lib/debug` of aws-cdk-lib, `CDKTF_…` and `SYNTH_HCL_OUTPUT` in
 * `lib/app` of cdktf, `PULUMI_…` in `runtime/state`, `resource` and `utils` of @pulumi/pulumi.
 */
const isOfEngine = (name: string): boolean =>
  /^(?:CDK|CDKTF|JSII|PULUMI)_/.test(name) || name === 'SYNTH_HCL_OUTPUT' || name === 'CONTEXT_OVERFLOW_LOCATION_ENV';

/** Validation of templates by CDK changes none of them. */
const kept: readonly string[] = ['CDK_VALIDATION'];

/** Runs an engine without the variables that would change what it renders. They are there again afterwards. */
export async function withoutEngineVariables<T>(run: () => T | Promise<T>): Promise<T> {
  const hidden = engineVariables();
  for (const name of Object.keys(hidden)) delete process.env[name];
  try {
    return await run();
  } finally {
    for (const name of Object.keys(engineVariables())) delete process.env[name];
    Object.assign(process.env, hidden);
  }
}

const engineVariables = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(process.env).filter(
      (entry): entry is [string, string] => isOfEngine(entry[0]) && !kept.includes(entry[0]),
    ),
  );
