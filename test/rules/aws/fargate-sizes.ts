import type { Rule } from '../rule';

/** The memory in MiB that each number of CPU units may have: first, last and step. */
const sizes: Readonly<Record<string, readonly [number, number, number]>> = {
  512: [1024, 4096, 1024],
  1024: [2048, 8192, 1024],
  2048: [4096, 16384, 1024],
  4096: [8192, 30720, 1024],
  8192: [16384, 61440, 4096],
  16384: [32768, 122880, 8192],
};

const fits = (cpu: string, memory: number): boolean => {
  if (cpu === '256') return [512, 1024, 2048].includes(memory);
  const [first, last, step] = sizes[cpu] ?? [1, 0, 1];
  return memory >= first && memory <= last && (memory - first) % step === 0;
};

export const rule: Rule = {
  title: 'Fargate has certain pairs of CPU and memory only.',
  sources: [
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html#fargate-tasks-size',
  ],
  of: ['AWS::ECS::TaskDefinition'],
  *check(task) {
    if (!fits(task.text('Cpu'), task.number('Memory')!))
      yield `has ${task.text('Cpu')} units and ${task.text('Memory')} MiB`;
  },
  counterCase: (view) => {
    view.one('AWS::ECS::TaskDefinition').set('Cpu', '8192');
  },
};
