import { readPlaceholder } from '../../lib/readback/placeholder';
import { placeholder } from './store';

describe('what a secret is made with', () => {
  it('is the placeholder, by its whole text', () => {
    expect(readPlaceholder(placeholder)).toBe('the placeholder');
    expect(readPlaceholder(`${placeholder} `)).toBe('something else');
  });

  it('is never repeated if it may be a value', () => {
    expect(readPlaceholder('hunter2')).toBe('something else');
  });

  it('fails to be understood where it is no text', () => {
    expect([undefined, 7, { $secret: true }].map(readPlaceholder)).toEqual([undefined, undefined, undefined]);
  });
});
