import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { go as tool } from '../../../scripts/tool';
import { succeed } from '../command';
import { cached, fetch, require } from '../tool';
import { keyOf, type Framework } from './framework';

/** The program around a function, as Google's build writes it. */
const main = (module: string): string => `package main

import (
	"log"
	"os"

	"github.com/GoogleCloudPlatform/functions-framework-go/funcframework"
	_ "${module}"
)

func main() {
	log.Fatal(funcframework.StartHostPort("127.0.0.1", os.Getenv("PORT")))
}
`;

const env = { GOTOOLCHAIN: 'local', GOFLAGS: '-mod=mod' };

/** `functions-framework-go`, in the version that the function's `go.mod` names: a program around the function. */
export const go: Framework = {
  language: 'Go',
  runtime: /^go/,
  install: (code) => {
    require(tool);
    const [, module] = /^module (\S+)/m.exec(readFileSync(join(code, 'go.mod'), 'utf8'))!;
    const { stdout: version } = spawnSync(tool.command, [tool.versionFlag]);
    const key = keyOf(main(module!), version, ...contents(code));
    return cached(join('functions-framework', `go-${key}`), async (folder) => {
      cpSync(code, join(folder, 'function'), { recursive: true });
      cpSync(join(code, 'go.sum'), join(folder, 'go.sum'));
      writeFileSync(join(folder, 'main.go'), main(module!));
      writeFileSync(
        join(folder, 'go.mod'),
        `module functions.local/app\n\nrequire ${module} v0.0.0\n\nreplace ${module} v0.0.0 => ./function\n`,
      );
      await fetch([tool.command, 'mod', 'tidy'], folder, env);
      await succeed([tool.command, 'build', '-buildvcs=false', '-o', 'app', '.'], { cwd: folder, env });
    });
  },
  start: (_, installed) => ({ command: [join(installed, 'app')] }),
};

/** The paths of a folder's files, each followed by what the file holds. */
const contents = (folder: string): readonly (string | Uint8Array)[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .sort()
    .filter((path) => statSync(join(folder, path)).isFile())
    .flatMap((path) => [path, readFileSync(join(folder, path))]);
