import { UsageError } from './usage';

/** The flags of commands that read the output of an app. */
export const appOptions = {
  path: { type: 'string' },
  stack: { type: 'string' },
  answer: { type: 'string', multiple: true },
} as const;

/** The values of these flags, as `parse` returns them. */
export interface AppValues {
  readonly path?: string;
  readonly stack?: string;
  readonly answer?: readonly string[];
}

/** The help for these flags. */
export const appHelp = `  --path P         of an app, only the architecture whose construct has this path, or those
                   below it (Prod, ShopStack/Shop); on Pulumi, the component's name
  --stack S        the stack of a Pulumi project: its configuration is read
                   (default: the environment, or dev)
  --answer N=V     the value of another stack's output, which a Pulumi program reads:
                   organization/project/stack.output=value; repeat for several`;

/**
 * Options of the reading of an app that these flags ask for.
 * @throws UsageError for a malformed answer
 */
export const askedOfApp = ({ path, stack, answer }: AppValues) => ({
  ...(path !== undefined && { path }),
  ...(stack !== undefined && { stack }),
  ...(answer !== undefined && { answers: answersIn(answer) }),
});

/** The outputs of other stacks by name: `organization/project/stack.output=value`. */
const answersIn = (flags: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    flags.map((flag) => {
      const [, name, value] = /^([^=]+\.[^.=]+)=(.*)$/s.exec(flag) ?? [];
      if (name !== undefined && value !== undefined) return [name, value];
      throw new UsageError(`--answer: must be organization/project/stack.output=value, got ${JSON.stringify(flag)}`);
    }),
  );
