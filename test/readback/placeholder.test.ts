import { readPlaceholder } from '../../lib/readback/placeholder';
import { placeholder } from './store';

describe('placeholder', () => {
  it('is recognized by its whole text', () => {
    expect(readPlaceholder(placeholder)).toBe('the placeholder');
    expect(readPlaceholder(`${placeholder} `)).toBe('something else');
  });

  it('does not repeat a text that may be a value', () => {
    expect(readPlaceholder('hunter2')).toBe('something else');
  });

  it('is refused if it is no text', () => {
    expect([undefined, 7, { $secret: true }].map(readPlaceholder)).toEqual([undefined, undefined, undefined]);
  });
});
