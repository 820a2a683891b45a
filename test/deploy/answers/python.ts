import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { python as tool } from '../../../scripts/tool';
import { cached, fetch, require } from '../tool';
import { keyOf, type Framework } from './framework';

/** `functions-framework` of PyPI, in the version that the function's `requirements.txt` names. */
export const python: Framework = {
  language: 'Python',
  runtime: /^python/,
  install: (code) => {
    require(tool);
    const requirements = join(code, 'requirements.txt');
    // What is compiled is so for one version of Python.
    const { stdout: version } = spawnSync(tool.command, [tool.versionFlag]);
    const key = keyOf(readFileSync(requirements), version);
    return cached(join('functions-framework', `python-${key}`), (folder) =>
      fetch([tool.command, '-m', 'pip', 'install', '--quiet', '--target', folder, '-r', requirements], code),
    );
  },
  start: (_, installed) => ({
    command: [tool.command, join(installed, 'bin/functions-framework')],
    env: {
      HOST: '127.0.0.1',
      // What takes the place of a client comes first.
      PYTHONPATH: [join(__dirname, 'events/python'), installed].join(delimiter),
      PYTHONDONTWRITEBYTECODE: '1',
    },
  }),
};
