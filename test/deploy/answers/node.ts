import { copyFileSync, existsSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { cached, fetch } from '../tool';
import { keyOf, type Framework } from './framework';

/** `@google-cloud/functions-framework` of npm, in the version that the function's `package.json` names. */
export const nodejs: Framework = {
  language: 'Node',
  runtime: /^nodejs/,
  install: (code) => {
    const files = ['package.json', 'package-lock.json'].filter((name) => existsSync(join(code, name)));
    const key = keyOf(...files.map((name) => readFileSync(join(code, name))));
    return cached(join('functions-framework', `node-${key}`), (folder) => {
      for (const name of files) copyFileSync(join(code, name), join(folder, name));
      return fetch(['npm', 'install', '--ignore-scripts', '--omit=dev', '--no-audit', '--no-fund'], folder);
    });
  },
  start: (code, installed) => {
    symlinkSync(join(installed, 'node_modules'), join(code, 'node_modules'));
    return { command: [process.execPath, join(code, 'node_modules/.bin/functions-framework')] };
  },
};
