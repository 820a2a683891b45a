import { ArchitectureError, defineArchitecture, load, resolve } from '../../lib';

test('defineArchitecture: returns its argument, which resolves', () => {
  const architecture = defineArchitecture({
    name: 'shop',
    parameters: { memory: { type: 'number', default: 512 } },
    functions: { a: { runtime: 'go1.26', code: './a', handler: 'bootstrap', memoryMiB: '${parameters.memory}' } },
  });
  expect(architecture.functions.a.runtime).toBe('go1.26');
  expect(resolve(load(architecture), []).architecture.functions['a']!.memoryMiB).toBe(512);
});

test('defineArchitecture: resolve refuses what the types did not check', () => {
  const architecture = JSON.parse('{"name":"shop","functions":{"a":{}}}') as { name: string };
  expect(() => resolve(load(defineArchitecture(architecture)), [])).toThrow(ArchitectureError);
});
