import { closeSync, openSync, readSync } from 'node:fs';
import { posix } from 'node:path';
import type { CodeWarning } from './warning';

/** A file that may be private. */
export interface Suspect {
  /** Its path in the archive. */
  readonly path: string;
  /** Reads the beginning of its content. */
  readonly read: () => string;
}

/** `.env`, `.env.local`, … but no template of one. */
const environment = /^\.env(?:\.(?!example$|sample$|template$|dist$|defaults$)[^/]*)?$/;

/** Key stores, keys of SSH, and files in which tools keep passwords. */
const named = /^(?:.*\.(?:p12|pfx)|id_(?:rsa|dsa|ecdsa|ed25519)|\.git-credentials|\.netrc|\.pypirc|\.htpasswd)$/i;

/** Files that may hold a private key or a token, and what shows it: certificates and settings have the same names. */
const telling: readonly (readonly [name: RegExp, content: RegExp])[] = [
  [/\.(?:pem|key)$/i, /-----BEGIN [A-Z ]*PRIVATE KEY-----/],
  [/^\.npmrc$/, /_(?:authToken|auth|password)\s*=\s*(?!\s*\$\{)\S/],
  [/\.json$/, /"private_key"\s*:\s*"-----BEGIN/],
];

/** Published packages contain keys of their own tests, which are no secrets. */
const published = /(?:^|\/)(?:node_modules|site-packages|vendor)\//;

const mostListed = 5;

/** Warns about files that may contain secrets: anyone who can read the deployed code can read them. */
export function privateFiles(files: readonly Suspect[], shown: string): CodeWarning[] {
  const found = files.filter(isPrivate).map(({ path }) => path);
  if (found.length === 0) return [];
  const listed = found
    .sort()
    .slice(0, mostListed)
    .map((path) => `"${path}"`);
  const more = found.length > mostListed ? ` and ${found.length - mostListed} more` : '';
  return [
    {
      message: `"${shown}" contains ${listed.join(', ')}${more}, which may hold secrets and would be deployed with the code`,
      hint: 'exclude them in .triptychignore, and declare secrets in `secrets`',
    },
  ];
}

function isPrivate({ path, read }: Suspect): boolean {
  const name = posix.basename(path);
  if (published.test(path)) return false;
  if (environment.test(name) || named.test(name)) return true;
  return telling.some(([names, content]) => names.test(name) && content.test(read()));
}

/** Keys are short; the beginning of a file shows one. */
const beginning = 16_384;

/** Reads the beginning of a file. */
export function beginningOf(file: string): string {
  const buffer = Buffer.alloc(beginning);
  const descriptor = openSync(file, 'r');
  try {
    return buffer.toString('latin1', 0, readSync(descriptor, buffer, 0, beginning, 0));
  } finally {
    closeSync(descriptor);
  }
}
