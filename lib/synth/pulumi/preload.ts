/**
 * Runs in a program's own process before anything else, and changes two modules of every copy of Pulumi's SDK that
 * is loaded there: registrations carry hints, and errors are reported by their message only.
 */
import Module, { createRequire } from 'node:module';
import { Socket } from 'node:net';
import { sendHints, type ResourceRuntime, type StateRuntime } from './computed';
import { askForOutputs, type OutputRuntime, type StackReferences } from './stack-output';

// The recorder holds the other end. If it was killed, nobody waits for this program any more.
new Socket({ fd: 3 })
  .on('error', () => undefined)
  .on('close', () => process.exit(1))
  .resume()
  .unref();

// An architecture then registers itself as it was written, which a deployment leaves out.
(globalThis as Record<symbol, unknown>)[Symbol.for('triptych.recorder')] = true;

interface Compiled {
  readonly exports: object;
  _compile(content: string, filename: string, ...rest: unknown[]): unknown;
}

// Whatever loads a module, this compiles it; a loader for TypeScript may replace the one for JavaScript.
const prototype = Module.prototype as unknown as Compiled;
const compile = prototype._compile;

prototype._compile = function (this: Compiled, content, filename, ...rest) {
  const result = compile.call(this, content, filename, ...rest);
  const [, name] =
    /[\\/]@pulumi[\\/]pulumi[\\/](?:runtime[\\/]|cmd[\\/]run[\\/])?(resource|error|stackReference)\.js$/.exec(
      filename,
    ) ?? [];
  const isRuntime = /[\\/]runtime[\\/]resource\.js$/.test(filename);
  if (isRuntime) {
    const state = createRequire(filename)('./state') as StateRuntime;
    sendHints(this.exports as ResourceRuntime, state, { applies: () => true, made: () => undefined });
  }
  if (name === 'stackReference') {
    const load = createRequire(filename);
    // Both are loaded by the time that a program asks.
    const runtime = (): OutputRuntime => ({
      ...(load('./output') as Pick<OutputRuntime, 'all'>),
      ...(load('./runtime/invoke') as Pick<OutputRuntime, 'invoke'>),
    });
    askForOutputs(this.exports as StackReferences, {
      all: (values) => runtime().all(values),
      invoke: (token, args) => runtime().invoke(token, args),
    });
  }
  if (/[\\/]cmd[\\/]run[\\/]error\.js$/.test(filename)) Object.assign(this.exports, { defaultErrorMessage: messageOf });
  return result;
};

/** The host would inspect the whole error, with every promise behind it, which takes up to a minute. */
function messageOf(error: unknown): string {
  return error instanceof Error || (error as Error | undefined)?.message ? (error as Error).message : String(error);
}
