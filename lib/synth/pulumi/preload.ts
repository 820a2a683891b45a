/**
 * Runs in a program's own process before anything else, and changes two modules of every copy of Pulumi's SDK that
 * is loaded there: registrations carry hints, and errors are reported by their message alone.
 */
import Module, { createRequire } from 'node:module';
import { sendHints, type ResourceRuntime, type StateRuntime } from './computed';

type Load = (module: { exports: object }, filename: string) => void;

const loaders = (Module as unknown as { _extensions: Record<string, Load> })._extensions;
const load = loaders['.js']!;

loaders['.js'] = (module, filename) => {
  load(module, filename);
  const [, name] = /[\\/]@pulumi[\\/]pulumi[\\/](?:runtime|cmd[\\/]run)[\\/](resource|error)\.js$/.exec(filename) ?? [];
  if (name === 'resource') {
    const state = createRequire(filename)('./state') as StateRuntime;
    sendHints(module.exports as ResourceRuntime, state, { applies: () => true, made: () => undefined });
  }
  if (name === 'error') Object.assign(module.exports, { defaultErrorMessage: messageOf });
};

/** The host would inspect the whole error, with every promise behind it, which takes up to a minute. */
function messageOf(error: unknown): string {
  return error instanceof Error || (error as Error | undefined)?.message ? (error as Error).message : String(error);
}
