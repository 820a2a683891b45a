import { constants } from 'node:os';

/** Signals by which people and supervisors end a process. */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const;

const cleanups = new Set<() => void>();
let isOwner = false;

/**
 * Declares that this process runs only what was asked of it, as the command line does: a signal ends it, whatever else
 * listens. A program that only uses this package decides itself.
 */
export function ownProcess(): void {
  isOwner = true;
}

/**
 * Runs `cleanup` when the process ends: normally, by an error, or by one of `signals`. Returns a function that
 * forgets it.
 */
export function atEnd(cleanup: () => void): () => void {
  if (cleanups.size === 0) listen();
  cleanups.add(cleanup);
  return () => {
    if (cleanups.delete(cleanup) && cleanups.size === 0) ignore();
  };
}

function listen(): void {
  process.on('exit', clear);
  for (const signal of signals) process.on(signal, end);
}

function ignore(): void {
  process.off('exit', clear);
  for (const signal of signals) process.off(signal, end);
}

/** Runs every cleanup, the newest first. */
function clear(): void {
  for (const cleanup of [...cleanups].reverse()) {
    cleanups.delete(cleanup);
    try {
      cleanup();
    } catch {
      // What can't be removed now is removed by a later run; the other cleanups still count.
    }
  }
}

function end(signal: NodeJS.Signals): void {
  // Another listener decides whether the process ends: `exit` is early enough then.
  if (!isOwner && process.listenerCount(signal) > 1) return;
  clear();
  process.removeAllListeners(signal);
  // The signal itself tells the caller what ended the process, as 128 + its number does in a shell.
  process.kill(process.pid, signal);
  // The first process of a container isn't ended by a signal without a listener.
  process.exit(128 + constants.signals[signal]);
}
