import { DiskError, pathIn, wordsFor } from '../disk/fault';
import { printable, printableLines } from '../model/printable';
import { OptionError } from '../verify/option-error';
import { printError } from './terminal';
import { UsageError } from './usage';

/** Errors that say themselves what is wrong and what to do. Those of the second kind have several lines. */
const known = [
  'ArtefactError',
  'DiskError',
  'DocumentError',
  'EngineError',
  'FileError',
  'FolderError',
  'MissingPackageError',
];
const ofLines = ['ArchitectureError', 'ProgramError'];

/** Prints an error on standard error, and returns the exit code. Only an unexpected error may show its stack. */
export function reportError(error: unknown, command?: string): number {
  if (error instanceof UsageError || error instanceof OptionError) {
    const about = command === undefined ? '' : ` ${command}`;
    const flag = error instanceof OptionError ? '--' : '';
    return reportUsage(`triptych${about}: ${flag}${error.message}`, `see triptych${about} --help`);
  }
  printError(wordsOf(error));
  return 1;
}

/** Prints wrong usage, and returns the exit code. */
export function reportUsage(what: string, hint: string): number {
  printError(printable(`${what} (${hint})`));
  return 2;
}

function wordsOf(error: unknown): string {
  const { name, message, stack } = fieldsOf(error);
  if (known.includes(name)) return printable(message);
  if (ofLines.includes(name)) return printableLines(message);
  if (process.env['TRIPTYCH_DEBUG']) return printableLines(stack ?? message);
  if ((error as NodeJS.ErrnoException).syscall === 'uv_cwd')
    return 'the working folder was deleted: change to another one';
  const fault = wordsFor(error);
  if (fault !== undefined) return printable(new DiskError(pathIn(error) ?? 'a file', fault).message);
  const [first = ''] = `${name || 'Error'}: ${message}`.split('\n');
  return printable(`unexpected error, please report it: ${first} (set TRIPTYCH_DEBUG=1 to see where)`);
}

const fieldsOf = (error: unknown): Error =>
  typeof error === 'object' && error !== null && 'message' in error
    ? (error as Error)
    : { name: 'Error', message: String(error) };
