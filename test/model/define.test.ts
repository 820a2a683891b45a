import { ArchitectureError, defineArchitecture, load, resolve } from '../../lib';

test('an architecture that is defined is what was given, and resolves', () => {
  const architecture = defineArchitecture({
    name: 'shop',
    parameters: { memory: { type: 'number', default: 512 } },
    functions: { a: { runtime: 'go1.26', code: './a', handler: 'bootstrap', memoryMiB: '${parameters.memory}' } },
  });
  expect(architecture.functions.a.runtime).toBe('go1.26');
  expect(resolve(load(architecture), []).architecture.functions['a']!.memoryMiB).toBe(512);
});

test('fails when it is resolved, where its types were passed by', () => {
  const architecture = JSON.parse('{"name":"shop","functions":{"a":{}}}') as { name: string };
  expect(() => resolve(load(defineArchitecture(architecture)), [])).toThrow(ArchitectureError);
});
