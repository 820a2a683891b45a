/**
 * Runs in a program's own process before anything else, and changes two modules of every copy of Pulumi's SDK that
 * is loaded there: registrations carry hints, and errors are reported by their message only.
 */
import Module, { createRequire } from 'node:module';
import { Socket } from 'node:net';
import { sendHints, type ResourceRuntime, type StateRuntime } from './computed';

// The recorder holds the other end. If it was killed, nobody waits for this program any more.
new Socket({ fd: 3 })
  .on('error', () => undefined)
  .on('close', () => process.exit(1))
  .resume()
  .unref();

interface Compiled {
  readonly exports: object;
  _compile(content: string, filename: string, ...rest: unknown[]): unknown;
}

// Whatever loads a module, this compiles it; a loader for TypeScript may replace the one for JavaScript.
const prototype = Module.prototype as unknown as Compiled;
const compile = prototype._compile;

prototype._compile = function (this: Compiled, content, filename, ...rest) {
  const result = compile.call(this, content, filename, ...rest);
  const [, name] = /[\\/]@pulumi[\\/]pulumi[\\/](?:runtime|cmd[\\/]run)[\\/](resource|error)\.js$/.exec(filename) ?? [];
  if (name === 'resource') {
    const state = createRequire(filename)('./state') as StateRuntime;
    sendHints(this.exports as ResourceRuntime, state, { applies: () => true, made: () => undefined });
  }
  if (name === 'error') Object.assign(this.exports, { defaultErrorMessage: messageOf });
  return result;
};

/** The host would inspect the whole error, with every promise behind it, which takes up to a minute. */
function messageOf(error: unknown): string {
  return error instanceof Error || (error as Error | undefined)?.message ? (error as Error).message : String(error);
}
