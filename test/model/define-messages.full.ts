import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';

const root = path.join(__dirname, '../..');
const folder = mkdtempSync(path.join(tmpdir(), 'triptych-'));
afterAll(() => rmSync(folder, { recursive: true }));

const lib = path.join(root, 'lib/model/define').replaceAll('\\', '/');
const mistakes = readFileSync(path.join(__dirname, 'define-mistakes.txt'), 'utf8');
const program = `import { defineArchitecture } from '${lib}';${mistakes}`;

/** What each marked line of the program is expected to say, by its number. */
const expected = new Map(
  program.split('\n').flatMap((line, index) => {
    const [, says] = /\/\/! (.*)$/.exec(line) ?? [];
    return says === undefined ? [] : [[index + 1, says] as const];
  }),
);

interface Message {
  readonly line: number;
  readonly text: string;
}

/** The messages of a compiler about the program: each with the lines that explain it. */
function messagesOf(tsc: string): readonly Message[] {
  writeFileSync(path.join(folder, 'mistakes.ts'), program);
  writeFileSync(
    path.join(folder, 'tsconfig.json'),
    JSON.stringify({
      compilerOptions: {
        target: 'es2022',
        lib: ['es2023'],
        module: 'node16',
        moduleResolution: 'node16',
        types: ['node'],
        typeRoots: [path.join(root, 'node_modules/@types')],
        strict: true,
        skipLibCheck: true,
        noEmit: true,
      },
      files: ['mistakes.ts'],
    }),
  );
  const { stdout } = spawnSync(process.execPath, [tsc, '-p', folder, '--pretty', 'false'], {
    cwd: folder,
    encoding: 'utf8',
  });
  return stdout
    .split(/\n(?=\S)/)
    .filter((message) => message.trim() !== '')
    .map((message) => {
      const [, file, line] = /^(.*?)\((\d+),\d+\): error TS\d+: /.exec(message) ?? [];
      if (file !== 'mistakes.ts') throw new Error(`an unexpected message: ${message}`);
      return { line: Number(line), text: message };
    });
}

/** The newest compiler of version 7, from the registry; undefined where it can't be installed. */
function newest(): string | undefined {
  const project = path.join(folder, 'typescript-7');
  const options = ['--prefix', project, '--no-audit', '--no-fund', '--no-save', '--loglevel', 'error'];
  try {
    execFileSync('npm', ['install', ...options, 'typescript@7'], { timeout: 120_000, stdio: 'pipe' });
  } catch {
    console.warn('skipped: typescript@7 is not in the registry, so its messages were not checked');
    return undefined;
  }
  return path.join(project, 'node_modules/typescript/bin/tsc');
}

test.each([
  ['5.9', () => require.resolve('typescript/bin/tsc', { paths: [root] })],
  ['7', newest],
])('defineArchitecture: the messages of TypeScript %s name each mistake, at its line only', (_, compiler) => {
  const tsc = compiler();
  if (tsc === undefined) return;
  const messages = messagesOf(tsc);
  const unexpected = messages.filter(({ line, text }) => !text.includes(expected.get(line) ?? '\0'));
  expect(unexpected.map(({ text }) => text)).toEqual([]);
  expect(messages.map(({ line }) => line)).toEqual([...expected.keys()]);
});
