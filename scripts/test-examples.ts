// Runs the tests of the examples' code in the languages that are present. Those of Node run with the project's own.
import { join } from 'node:path';
import { each, go, python, run } from './tool';

const polyglot = join(__dirname, '../examples/polyglot');
const orders = join(__dirname, '../examples/orders');

each([
  {
    what: 'tests of examples/polyglot/python',
    tool: python,
    run: () => run(python, ['-B', '-m', 'unittest'], join(polyglot, 'python')),
  },
  {
    what: 'tests of examples/orders/python',
    tool: python,
    run: () => run(python, ['-B', '-m', 'unittest'], join(orders, 'python')),
  },
  {
    what: 'tests of examples/polyglot/go',
    tool: go,
    // The table of requests lies outside of the module, where Go doesn't look for changes: so never from its cache.
    run: () =>
      run(go, ['vet', './...'], join(polyglot, 'go')) && run(go, ['test', '-count=1', './...'], join(polyglot, 'go')),
  },
]);
