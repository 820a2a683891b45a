const range = (from: number, to: number, step: number): number[] =>
  Array.from({ length: (to - from) / step + 1 }, (_, index) => from + index * step);

/**
 * The memory, in MiB, that Fargate gives to a number of CPUs.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-cpu-memory-error.html
 */
const memories: Readonly<Record<number, readonly number[]>> = {
  0.25: [512, 1_024, 2_048],
  0.5: range(1_024, 4_096, 1_024),
  1: range(2_048, 8_192, 1_024),
  2: range(4_096, 16_384, 1_024),
  4: range(8_192, 30_720, 1_024),
  8: range(16_384, 61_440, 4_096),
};

/** The memory, in MiB, that Fargate gives to these CPUs, from the least to the most. */
export const fargateMemories = (cpu: number): readonly number[] => memories[cpu] ?? [];
