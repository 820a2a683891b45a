#!/usr/bin/env node
import { reportError } from '../lib/cli/failure';
import { main } from '../lib/cli/main';
import { guardOutput } from '../lib/cli/output';
import { ownProcess } from '../lib/disk/ending';

ownProcess();
guardOutput();
process.on('uncaughtException', (error) => {
  // A program that is being rendered has a listener of its own for its errors.
  if (process.listenerCount('uncaughtException') === 1) process.exit(reportError(error));
});
void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
