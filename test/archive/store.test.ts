import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ArchiveStore } from '../../lib/archive/store';

const bytes = (text: string) => Buffer.from(text);

test('keeps the same bytes once, named by their hash', () => {
  const store = new ArchiveStore();
  const { path, sha256 } = store.put(bytes('a'));
  expect(sha256).toBe('ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb');
  expect(path.endsWith(`/${sha256}.zip`)).toBe(true);
  expect(store.put(bytes('a'))).toEqual({ path, sha256, bytes: 1 });
  expect(readFileSync(path, 'utf8')).toBe('a');
  store.clear();
  expect(existsSync(dirname(path))).toBe(false);
});

test('makes what is known under a key once, and again where it is gone', () => {
  const store = new ArchiveStore();
  const make = jest.fn(() => bytes('a'));
  const { path } = store.once('key', make);
  store.once('key', make);
  expect(make).toHaveBeenCalledTimes(1);
  rmSync(dirname(path), { recursive: true });
  expect(existsSync(store.once('key', make).path)).toBe(true);
  expect(make).toHaveBeenCalledTimes(2);
  store.clear();
});

describe('the folder is gone', () => {
  const program = (rest: string) => `
    const { ArchiveStore } = require(${JSON.stringify(join(__dirname, '../../lib/archive/store.ts'))});
    const { path } = new ArchiveStore().put(Buffer.from('a'));
    console.log(path);
    ${rest}`;

  async function run(rest: string, signal?: NodeJS.Signals) {
    const child = spawn(process.execPath, ['--require', 'tsx/cjs', '--eval', program(rest)]);
    const [line] = (await once(child.stdout, 'data')) as [Buffer];
    const path = line.toString().trim();
    if (signal) child.kill(signal);
    const [code, by] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
    return { gone: !existsSync(dirname(path)), code, by };
  }

  test('when the process ends', async () => {
    expect(await run('')).toEqual({ gone: true, code: 0, by: null });
    expect(await run('process.exit(3)')).toEqual({ gone: true, code: 3, by: null });
  });

  test.each(['SIGINT', 'SIGTERM'] as const)('when %s ends the process', async (signal) => {
    expect(await run('setInterval(() => {}, 1000)', signal)).toEqual({ gone: true, code: null, by: signal });
  });

  test('only when the process ends, where somebody else decides about a signal', async () => {
    const rest = `setInterval(() => {}, 1000);
      process.on('SIGINT', () => process.exit(require('node:fs').existsSync(path) ? 4 : 5));`;
    expect(await run(rest, 'SIGINT')).toEqual({ gone: true, code: 4, by: null });
  });
});
