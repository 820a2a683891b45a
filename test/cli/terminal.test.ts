import { coloursFor } from '../../lib/cli/terminal';

const stream = (isTTY: boolean) => ({ isTTY }) as NodeJS.WriteStream;

describe('colours', () => {
  const before = process.env['NO_COLOR'];
  afterEach(() => {
    if (before === undefined) delete process.env['NO_COLOR'];
    else process.env['NO_COLOR'] = before;
  });

  test('are on a terminal', () => {
    delete process.env['NO_COLOR'];
    expect(coloursFor(stream(true)).bad('x')).not.toBe('x');
  });

  test('are not in a pipe or a file', () => {
    delete process.env['NO_COLOR'];
    expect(coloursFor(stream(false)).bad('x')).toBe('x');
  });

  test('are not on a terminal where NO_COLOR is set', () => {
    process.env['NO_COLOR'] = '1';
    expect(coloursFor(stream(true)).bad('x')).toBe('x');
  });
});
