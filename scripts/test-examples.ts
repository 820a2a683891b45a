// Runs the tests of the examples' code in every installed language except Node, which the project's own tests cover.
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
    // The list of requests is outside of the module, where Go doesn't detect changes: never use its test cache.
    run: () =>
      run(go, ['vet', './...'], join(polyglot, 'go')) && run(go, ['test', '-count=1', './...'], join(polyglot, 'go')),
  },
]);
