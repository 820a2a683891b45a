import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { lacking, python } from '../../scripts/tool';
import { skipped } from '../skipped';

// Go's tests want Go's modules, so they run with `npm run test:examples` alone.
const why = lacking(python);

if (why === undefined) {
  test('the Python function answers the same on both clouds', () => {
    const folder = join(__dirname, '../../examples/polyglot/python');
    const { status, stderr } = spawnSync(python.command, ['-B', '-m', 'unittest'], { cwd: folder, encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: expect.stringMatching(/Ran [1-9]\d* tests?/) });
  });
} else {
  skipped('tests of examples/polyglot/python', why);
  test.skip(`SKIPPED: the Python function answers the same on both clouds: ${why}`, () => undefined);
}
